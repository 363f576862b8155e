"""Drafts in and back: what Word and PDF hold becomes a draft, and what an office edited returns."""
