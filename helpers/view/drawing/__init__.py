"""The drawing room: forms, scales, shapes and labels of which the charts are made."""
