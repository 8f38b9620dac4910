"""The unit that runs: what the learner does in it, judged as it happens, and handed on."""
