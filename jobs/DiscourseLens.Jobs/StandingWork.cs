using DiscourseLens.Database;

namespace DiscourseLens.Jobs;

/// <summary>Work that is always the same piece, requested again and again. Imports (place 1) come before it.</summary>
internal static class StandingWork
{
    public static NewWork Score { get; } = new("score", "unscored", "2");

    public static NewWork RollUp { get; } = new("rollup", "dirty", "3");
}
