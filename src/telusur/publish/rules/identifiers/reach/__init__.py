"""Where people are reached: telephones, e-mail, accounts, links; and what reaches an office."""
