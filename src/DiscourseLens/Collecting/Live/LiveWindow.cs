namespace DiscourseLens.Collecting.Live;

/// <summary>A row of the table <c>live_window</c>.</summary>
internal sealed record LiveWindow
{
    public long PlaceId { get; init; }
    public string Kind { get; init; } = "";
    public long FromMs { get; init; }
    public long UntilMs { get; init; }
    public string State { get; init; } = CoverageWindow.Complete;
    public double Fraction { get; init; } = 1;
    public long? CapturedMs { get; init; }
    public long? Expected { get; init; }
    public long Fetched { get; init; }
    public long Rejected { get; init; }
    public string? Reason { get; init; }

    /// <summary>Whether another adjoins it and says the same, within one UTC day: a year of hourly windows would bloat the ledger.</summary>
    public bool Joins(LiveWindow next) =>
        UntilMs == next.FromMs && State == next.State && Fraction.Equals(next.Fraction) && Reason == next.Reason
        && FromMs / Archives.FileTally.DayMs == (next.UntilMs - 1) / Archives.FileTally.DayMs;

    /// <summary>Both as one.</summary>
    public LiveWindow With(LiveWindow next) => this with
    {
        UntilMs = next.UntilMs,
        CapturedMs = Math.Max(CapturedMs ?? 0, next.CapturedMs ?? 0),
        Expected = Expected + next.Expected,
        Fetched = Fetched + next.Fetched,
        Rejected = Rejected + next.Rejected,
    };
}
