using System.Globalization;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;

namespace DiscourseLens.App;

/// <summary>One source's collection in the foreground: the same piece of work of the ledger that the jobs do.</summary>
internal sealed class ForegroundCollection(Study study, WorkLedger ledger)
{
    public async Task<CollectOutcome> RunAsync(ConfiguredSource source, CollectOptions options, CancellationToken cancellationToken)
    {
        LiveWork.Clear(study.Database, source.Name);
        ledger.Request(LiveWork.Of(source.Name));
        var status = ledger.Find(LiveWork.Kind, source.Name)!; // just requested
        if (ledger.Claim(status.Id) is not { } lease)
            return new(source.Name, [], Waits(status));
        try
        {
            var report = await CollectAsync(source, options, lease, cancellationToken);
            return new(source.Name, report.Places, report.Why) { Alarms = [.. report.Alarms.Select(alarm => alarm.Text)] };
        }
        catch (SourceException exception)
        {
            ledger.Fail(lease, exception.Message, again: exception is SourceTroubleException);
            return new(source.Name, [], exception.Message);
        }
        catch
        {
            ledger.Release(lease);
            throw;
        }
    }

    private async Task<LiveReport> CollectAsync(ConfiguredSource source, CollectOptions options, Lease lease, CancellationToken cancellationToken)
    {
        using var progress = new ConsoleProgress<LiveProgress>((at, elapsed) => Text(source.Name, at, elapsed));
        var report = await study.MakeLive(connection => ledger.Guard(connection, lease)).CollectAsync(source, options, progress, cancellationToken);
        if (report.NotBefore is { } until)
            ledger.Postpone(lease, until, report.Why, null);
        else
            ledger.Complete(lease, string.Create(CultureInfo.InvariantCulture, $"{report.Stored} posts"), null);
        return report;
    }

    private static string Waits(WorkStatus status) => string.Create(CultureInfo.InvariantCulture,
        $"not asked before {status.NotBefore:yyyy-MM-dd'T'HH:mm:ss'Z'}: {status.Error ?? "its last run failed"}");

    private static string Text(string name, LiveProgress at, TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture,
        $"{name}, {at.Place}: {at.Pages:N0} pages, {at.Read:N0} posts read, {at.Stored:N0} new, {at.Pages / Math.Max(elapsed.TotalMinutes, 1e-3):N0} pages/min");
}

/// <summary>What came of one source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Places">What was read of each place.</param>
/// <param name="Trouble">Why not everything due was read; null when it was.</param>
internal sealed record CollectOutcome(string Source, IReadOnlyList<PlaceReport> Places, string? Trouble)
{
    /// <summary>Places that began to bring unusually few or many posts, or are back to normal.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    public string ToText()
    {
        var lines = Places.Select(place => string.Create(CultureInfo.InvariantCulture,
            $"{Source}, {place.Place}: {place.Read:N0} read, {place.Counted:N0} of them for the first time, {place.Stored:N0} stored, {place.Rejected:N0} rejected{(place.Trouble is null ? "" : $"; {place.Trouble}")}"));
        if (Places.Count == 0 && Trouble is null)
            lines = [$"{Source}: nothing is due."];
        lines = lines.Concat(Alarms.Select(alarm => $"{Source}: {alarm}"));
        return string.Join(Environment.NewLine, Trouble is null ? lines : lines.Append($"{Source}: {Trouble}"));
    }
}
