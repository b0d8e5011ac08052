"""What we promise about speed, each figure beside its baseline in the same run. ``make bench``."""
