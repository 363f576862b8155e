"""What is done with reports and findings, step by step, wherever it is done."""
