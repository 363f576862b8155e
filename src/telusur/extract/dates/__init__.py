"""The day of the visit and that of publication."""
