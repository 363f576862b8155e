"""The outline of a draft: which clause stands below which, with its number and its mistakes."""
