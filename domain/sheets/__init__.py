"""One seat's marks for one code in one panel."""
