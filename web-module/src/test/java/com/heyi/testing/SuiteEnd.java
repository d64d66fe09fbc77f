package com.heyi.testing;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Shows what the server said when a test fails, and closes the browser when the last test has run.
 * A run of unit tests never opens it and so has nothing to close.
 */
public class SuiteEnd implements TestExecutionListener {
  private static final int SHOWN_FAILURES = 5;
  private int failures;

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.FAILED && failures++ < SHOWN_FAILURES) {
      RunningHeyi.ifStarted()
          .ifPresent(
              heyi -> {
                System.out.println("--- " + test.getDisplayName() + " failed; the server's log:");
                heyi.logTail().forEach(System.out::println);
                System.out.println("---");
              });
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    Desk.closeBrowser();
  }
}
