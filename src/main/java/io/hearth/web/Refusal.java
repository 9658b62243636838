package io.hearth.web;

/** A call is not done, for a reason that its caller is told. */
final class Refusal extends Exception {

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.kind().name(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
