"""An optional reader: passages go to a language model that the office runs, and facts come back, each checked."""

from hansa.reading.language_model.endpoint import Endpoint, EndpointError, configured
from hansa.reading.language_model.reader import ModelReader

__all__ = ["Endpoint", "EndpointError", "ModelReader", "configured"]
