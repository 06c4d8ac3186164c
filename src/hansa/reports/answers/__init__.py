"""Council answers: what bears on a question, a draft of the answer, and what was answered before on the same matter."""
