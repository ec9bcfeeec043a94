"""Forms (申报表): fields, labels and values of blank templates and filled forms."""
