"""Text as it is compared, changed and searched: folded, in words, without what is hidden."""
