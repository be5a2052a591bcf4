import java.util.List;
import java.util.Optional;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;

/** Logs one run through the Java client, reads it back and prints what it found as {@code name=value} lines. */
public final class Main {
  public static void main(String[] arguments) throws Exception {
    try (MlflowClient client = new MlflowClient(arguments[0])) {
      String experimentId = client.createExperiment("java client");
      RunInfo created = client.createRun(experimentId);
      String runId = created.getRunId();
      client.logParam(runId, "lr", "0.5");
      client.logMetric(runId, "loss", 0.25, 1_700_000_000_000L, 7);
      client.logMetric(runId, "nan", Double.NaN, 1_700_000_000_001L, 0);
      client.setTag(runId, "stage", "trial");
      client.logBatch(
          runId,
          List.of(metric("loss", 0.125, 8), metric("acc", 1, Long.MAX_VALUE)),
          List.of(Param.newBuilder().setKey("épochs").setValue("12").build()),
          List.of(RunTag.newBuilder().setKey("empty").setValue("").build()));
      client.setTerminated(runId, RunStatus.FINISHED);

      Run run = client.getRun(runId);
      print("status", run.getInfo().getStatus());
      print("experiment", run.getInfo().getExperimentId().equals(experimentId));
      run.getData().getParamsList().stream().map(p -> p.getKey() + ":" + p.getValue()).sorted().forEach(text -> print("param", text));
      run.getData().getMetricsList().stream().map(m -> m.getKey() + ":" + m.getValue() + "@" + m.getStep()).sorted().forEach(text -> print("metric", text));
      print("history", client.getMetricHistory(runId, "loss").size());
      print("found", client.searchRuns(List.of(experimentId), "metrics.loss < 0.2 and params.lr = '0.5'").size());
      print("page", client.searchRuns(List.of(experimentId), "", ViewType.ALL, 10, List.of("metrics.loss DESC")).getItems().size());
      Optional<Experiment> experiment = client.getExperimentByName("java client");
      print("by name", experiment.isPresent() && experiment.get().getExperimentId().equals(experimentId));
      print("unknown name", client.getExperimentByName("nobody").isPresent());
      client.deleteRun(runId);
      print("deleted", client.getRun(runId).getInfo().getLifecycleStage());
      client.restoreRun(runId);
      print("restored", client.getRun(runId).getInfo().getLifecycleStage());
      try {
        client.logParam(runId, "lr", "0.75");
        print("changed param", "accepted");
      } catch (MlflowHttpException refused) {
        print("changed param", refused.getStatusCode());
      }
    }
  }

  private static Metric metric(String key, double value, long step) {
    return Metric.newBuilder().setKey(key).setValue(value).setTimestamp(1_700_000_000_002L).setStep(step).build();
  }

  private static void print(String name, Object value) {
    System.out.println(name + "=" + value);
  }
}
