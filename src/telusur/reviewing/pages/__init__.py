"""The pages of the reviewers' side: one file a page type, each with its ROUTES."""
