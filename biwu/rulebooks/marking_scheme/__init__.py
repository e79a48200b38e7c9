"""A WorldSkills marking scheme: read from a workbook in the columns of the export, checked, written as a rulebook."""
