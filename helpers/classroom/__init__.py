"""The classroom: submissions in, class report and gradebook out."""
