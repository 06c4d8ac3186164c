"""What the register says where it cannot do what was asked."""


class RegisterError(ValueError):
    """Something that cannot be done; the message is one sentence for the user: what is wrong and what to do."""
