"""What the cues of `extract/` say of each clause: whether it is a finding, and which."""
