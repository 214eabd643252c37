using System.CommandLine;

namespace DiscourseLens.App.Commands;

/// <summary><c>evaluate</c>: how far the scorers agree with people.</summary>
internal static class EvaluateCommand
{
    public static Command Create() =>
        new("evaluate", "Compare scores with people's or the reference's: discourselens evaluate stance FILE")
        {
            EvaluateSentimentCommand.Create(),
            EvaluateCodedCommand.CreateStance(),
            EvaluateCodedCommand.CreateRelevance(),
            EvaluateTargetsCommand.Create(),
        };
}
