using DiscourseLens.Collecting.Watching;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>One run over a source's places.</summary>
internal sealed class LiveRun(
    SqliteConnection connection, ConfiguredSource source, LiveTarget target, LiveLedger ledger, TimeProvider time,
    long runMs, DateTimeOffset? deadline, IProgress<LiveProgress>? progress)
{
    private const int Troubles = 2; // places in a row that fail before the source as a whole is given up for now

    private readonly LiveBatch _batch = new(connection, target, ledger);
    private readonly Dictionary<string, PlaceReport> _places = new(StringComparer.Ordinal);
    private readonly List<VolumeEvent> _alarms = [];
    private long _pages;
    private bool _more;

    public LiveReport Report => new([.. _places.Values], _more) { Alarms = _alarms };

    private long NowMs => time.GetUtcNow().ToUnixTimeMilliseconds();

    private bool IsOver => time.GetUtcNow() >= deadline;

    /// <summary>What is due counts as missing until it was read.</summary>
    public void DeclareDue() => Write(() =>
    {
        foreach (var place in source.Source.Places)
        {
            var row = Row(place);
            new LiveWindows(connection, target.SourceId, row, place)
                .Declare(UntilNow(place), CoverageWindow.Missing, row.Unavailable ?? "due, not collected yet");
        }
    });

    /// <summary>Reads every place, the one that waited longest first, until all is read or the slice is over.</summary>
    public async Task AllAsync(CancellationToken cancellationToken)
    {
        SourceTroubleException? first = null;
        var troubles = 0;
        var order = source.Source.Places.Select(place => (Place: place, Row: Row(place))).OrderBy(pair => pair.Row.WorkedMs).Select(pair => pair.Place).ToList();
        foreach (var place in order)
        {
            try
            {
                await OneAsync(place, cancellationToken).ConfigureAwait(false);
                troubles = 0;
            }
            catch (PlaceUnavailableException exception)
            {
                Leave(place, exception.Message, LiveCollector.PlaceRest);
            }
            catch (SourceTroubleException exception)
            {
                first ??= exception;
                if (++troubles >= Troubles)
                    break;
            }

            if (_more)
                return;
        }

        if (first is not null)
            throw first;
        Write(Finish);
    }

    /// <summary>The run is done: what came is compared with what is usual, and the next run planned.</summary>
    private void Finish()
    {
        ledger.Run(target.LiveSourceId, null);
        var watch = new VolumeWatch(connection, target.FileId);
        _alarms.AddRange(source.Source.Places.SelectMany(place => watch.Look(Row(place), place, NowMs)));
        OverflowForecast.Plan(connection, target.LiveSourceId, source.Tightest, NowMs);
    }

    private LivePlaceRow Row(SourcePlace place) => ledger.OpenPlace(target.LiveSourceId, place, 0);

    private async Task OneAsync(SourcePlace place, CancellationToken cancellationToken)
    {
        while (Begin(place) is { } row)
        {
            await foreach (var page in source.Source.ReadAsync(place, row.Window, cancellationToken).ConfigureAwait(false))
            {
                var stored = _batch.Write(row, place, page, NowMs);
                Note(stored);
                Measure(stored);
                progress?.Report(new(place.Name, ++_pages, _places.Values.Sum(place => place.Read), _places.Values.Sum(place => place.Stored)));
                cancellationToken.ThrowIfCancellationRequested();
                if (IsOver)
                {
                    _more = true;
                    return;
                }
            }

            if (!Settle(row.Id, place))
                return;
        }
    }

    /// <summary>The window under way, or the next one that is due; null when none is.</summary>
    private LivePlaceRow? Begin(SourcePlace place)
    {
        var row = Row(place);
        if (row.RetryMs > NowMs)
            return null;
        if (row.WindowUntilMs is not null)
            return row;
        var until = UntilNow(place);
        if (until - row.NextMs < 1000)
            return null;
        if (place.Reach is { } reach && (NowMs - (long)reach.TotalMilliseconds) / 1000 * 1000 is var oldest && row.NextMs < oldest)
            return PassOver(row, place, Math.Min(oldest, until));
        if (place.LongestWindow is { } longest)
            until = Math.Min(until, row.NextMs + (long)longest.TotalMilliseconds);
        var windows = new LiveWindows(connection, target.SourceId, row, place);
        until = windows.Snap(until);
        var overlap = LiveOverlap.Of(row, place, windows.First(), NowMs);
        Write(() => ledger.Begin(row, until, overlap, NowMs));
        return Row(place);
    }

    /// <summary>Time beyond the source's reach is missing for good.</summary>
    private LivePlaceRow? PassOver(LivePlaceRow row, SourcePlace place, long untilMs)
    {
        Write(() =>
        {
            var whole = row with { WindowUntilMs = untilMs, OverlapMs = row.NextMs };
            LiveWindows.AddGaps(connection, whole,
                [new WindowGap(row.NextMs, untilMs, CoverageWindow.Missing, "older than the source shows")], place.Kinds);
            new LiveWindows(connection, target.SourceId, whole, place).Settle(NowMs);
            ledger.End(row.Id, untilMs);
        });
        return Begin(place);
    }

    /// <summary>Ends the window under way; false when its silence is not believed.</summary>
    private bool Settle(long placeId, SourcePlace place)
    {
        var row = ledger.Read(placeId);
        var windows = new LiveWindows(connection, target.SourceId, row, place);
        if (row.Shown == 0 && Vitality.LooksDead(connection, row, place, time.GetUtcNow()) is { } sign)
        {
            Leave(place, sign, TimeSpan.Zero);
            return false;
        }

        Write(() =>
        {
            windows.Touch(row.OverlapMs!.Value, NowMs); // under way until it is ended
            OverflowForecast.Note(connection, row.Id, place.Capacity, windows.Came(), TimeSpan.FromMilliseconds(row.WindowUntilMs!.Value - row.NextMs));
            windows.Settle(NowMs);
            ledger.End(row.Id, row.WindowUntilMs!.Value);
        });
        return true;
    }

    /// <summary>Gives a place up for now: its time has failed, and is read when the place can be read again.</summary>
    private void Leave(SourcePlace place, string why, TimeSpan rest)
    {
        var row = Row(place);
        Write(() =>
        {
            var windows = new LiveWindows(connection, target.SourceId, row, place);
            windows.Abandon();
            windows.Declare(UntilNow(place), "failed", why);
            ledger.Abandon(row.Id, why, NowMs + (long)rest.TotalMilliseconds, NowMs);
        });
        Note(new PlaceReport(place.Name, 0, 0, 0, 0, why));
    }

    private void Write(Action write)
    {
        using var transaction = connection.BeginTransaction();
        write();
        target.Fence?.Invoke(connection);
        transaction.Commit();
    }

    private void Measure(PlaceReport page)
    {
        LensMeter.Items(source.Name, "read", page.Read);
        LensMeter.Items(source.Name, "stored", page.Stored);
        LensMeter.Items(source.Name, "rejected", page.Rejected);
    }

    private void Note(PlaceReport more)
    {
        var known = _places.GetValueOrDefault(more.Place) ?? new PlaceReport(more.Place, 0, 0, 0, 0, null);
        _places[more.Place] = new PlaceReport(more.Place, known.Read + more.Read, known.Counted + more.Counted,
            known.Stored + more.Stored, known.Rejected + more.Rejected, more.Trouble ?? known.Trouble);
    }

    /// <summary>The end of what this run asks for, in whole seconds: a run that chased the present would never end.</summary>
    private long UntilNow(SourcePlace place) => (runMs - (long)place.Settling.TotalMilliseconds) / 1000 * 1000;
}
