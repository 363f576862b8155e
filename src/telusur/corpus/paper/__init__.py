"""Reports as they stand on pages: PDF files, scans, photographs."""
