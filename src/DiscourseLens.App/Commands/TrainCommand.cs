using System.CommandLine;

namespace DiscourseLens.App.Commands;

/// <summary><c>train</c>: trains one of the models.</summary>
internal static class TrainCommand
{
    public static Command Create() =>
        new("train", "Train a model: discourselens train stance") { TrainStanceCommand.Create(), TrainRelevanceCommand.Create() };
}
