using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Stance.Training;

namespace DiscourseLens.App.Commands;

/// <summary><c>evaluate targets FILE</c>: the engine on a public yardstick, a model for each target.</summary>
internal static class EvaluateTargetsCommand
{
    private const int StanceClasses = 3;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "NDJSON of {\"target\",\"split\",\"text\",\"label\"}; split is train or test." };
        var command = new Command("targets", "Train and test a stance model per target: discourselens evaluate targets semeval.ndjson") { file };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(
            Run(parsed.GetRequiredValue(file), parsed.GetValue(SharedOptions.Json), cancellationToken)));
        return command;
    }

    private static int Run(string path, bool json, CancellationToken cancellationToken)
    {
        var figures = TargetYardstick.Run(path, cancellationToken);
        var all = new ConfusionMatrix(StanceClasses);
        foreach (var matrix in figures.Select(figure => figure.Matrix))
        {
            for (var cell = 0; cell < StanceClasses * StanceClasses; cell++)
                all.Add(cell / StanceClasses, cell % StanceClasses, matrix[cell / StanceClasses, cell % StanceClasses]);
        }
        var pooled = TargetFigures.FAvgOf(all);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                f_avg = pooled,
                targets = figures.Select(figure => new { target = figure.Target, trained = figure.Trained, tested = figure.Matrix.Total, f_avg = figure.FAvg }),
            }, JsonOutput.Serializer));
            return ExitCode.Done;
        }
        Write($"F_avg  trained  tested  target");
        foreach (var figure in figures)
            Write($"{100 * figure.FAvg,5:0.00}  {figure.Trained,7}  {figure.Matrix.Total,6}  {figure.Target}");
        Write($"{100 * pooled,5:0.00}  {figures.Sum(figure => figure.Trained),7}  {all.Total,6}  all test texts together");
        return ExitCode.Done;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
