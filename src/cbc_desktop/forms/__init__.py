"""What a form is: XLSForm and XForm read into frozen definitions, and the campaigns they belong to."""
