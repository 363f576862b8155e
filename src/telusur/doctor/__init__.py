"""What Telusur needs of the machine and of the workspace, and how to get what is missing."""

from telusur.doctor.examining import examine
from telusur.doctor.model import Found, State

__all__ = ["Found", "State", "examine"]
