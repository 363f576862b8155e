"""Who stands before the reviewers' side, and whether what they send is theirs."""
