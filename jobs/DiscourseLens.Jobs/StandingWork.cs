using DiscourseLens.Database;

namespace DiscourseLens.Jobs;

/// <summary>Work that is always the same piece, requested again and again. Imports (place 1) come before it.</summary>
internal static class StandingWork
{
    public static NewWork Score { get; } = new("score", "unscored", "2");

    public static NewWork RollUp { get; } = new("rollup", "dirty", "3");

    public static NewWork Retain { get; } = new("retain", "texts", "4");

    /// <summary>A source's posts that are due to be looked at again: after its own news, which listings let go.</summary>
    public static NewWork Revisit(string source) => new(RevisitKind, source, $"2 {source}", source);

    public const string RevisitKind = "revisit";
}
