"""Which service sites a report names, what it states of them, and which one a passage is about."""
