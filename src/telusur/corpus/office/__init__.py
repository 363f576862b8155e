"""Word documents and PDFs → Markdown or plain text."""
