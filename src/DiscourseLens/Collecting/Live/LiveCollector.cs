using DiscourseLens.Collecting.Archives;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>
/// Collects from a configured source what fell due since the last run: each place's window from its high-water mark to now,
/// page by page, each page stored with the cursor after it. It can be stopped anywhere and goes on where it stopped.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="scope">Which posts are stored.</param>
/// <param name="key">The study key.</param>
/// <param name="time">The clock.</param>
/// <param name="fence">Guards every transaction; null when nothing can take the work over.</param>
public sealed class LiveCollector(LensDatabase database, ImportScope scope, StudyKey key, TimeProvider time, Fence? fence = null)
{
    /// <summary>How long a place that cannot be read is left alone.</summary>
    public static readonly TimeSpan PlaceRest = TimeSpan.FromHours(24);

    /// <summary>A run of several slices collects up to where its first one began; after this long it begins anew.</summary>
    private static readonly TimeSpan s_longestRun = TimeSpan.FromHours(1);

    private const int Troubles = 2; // places in a row that fail before the source as a whole is given up for now

    /// <summary>Collects what is due.</summary>
    /// <param name="source">What to collect from.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="cancellationToken">Stops between pages; the next run goes on there.</param>
    /// <exception cref="SourceRefusedException">The source refuses us; the store notes that it is stopped.</exception>
    /// <exception cref="SourceTroubleException">Trouble that may pass; what came before it is stored.</exception>
    /// <exception cref="LensException">The store belongs to another study key.</exception>
    public async Task<LiveReport> CollectAsync(
        ConfiguredSource source, CollectOptions options, IProgress<LiveProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        using var connection = database.Connect();
        key.Claim(connection);
        var run = Open(connection, source, options, progress);
        try
        {
            await run.AllAsync(cancellationToken).ConfigureAwait(false);
            return run.Report;
        }
        catch (RateLimitedException exception)
        {
            return run.Report with { More = true, NotBefore = exception.Until, Why = exception.Message };
        }
        catch (SourceRefusedException exception)
        {
            LiveLedger.Stop(connection, source.Name, exception.Message);
            throw;
        }
    }

    private LiveRun Open(SqliteConnection connection, ConfiguredSource source, CollectOptions options, IProgress<LiveProgress>? progress)
    {
        using var transaction = connection.BeginTransaction();
        var sourceId = SourceRow.Open(connection, source.Source.Origin);
        var ledger = new LiveLedger(connection, source, sourceId);
        var row = ledger.OpenSource(scope.Fingerprint);
        var communities = new FileCommunities(scope);
        CommunityRows.Insert(connection, sourceId, source.Source.Places
            .Where(place => place.Community is not null).Select(place => communities.Find(place.Community!)).DistinctBy(c => c.Key)); // just looked
        var first = (time.GetUtcNow() - source.Depth).ToUnixTimeMilliseconds() / 1000 * 1000;
        var places = source.Source.Places.Where(place => options.Place is null || place.Name == options.Place).ToList();
        foreach (var place in places)
        {
            var opened = ledger.OpenPlace(row.Id, place, first);
            if (options.Since is { } since)
                ledger.Rewind(opened.Id, since.ToUnixTimeMilliseconds() / 1000 * 1000);
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var runMs = row.RunMs is { } begun && now - begun < s_longestRun.TotalMilliseconds ? begun : now;
        ledger.Run(row.Id, runMs);
        fence?.Invoke(connection);
        transaction.Commit();
        var target = new LiveTarget(sourceId, row.Id, row.FileId, source.Source.Origin, scope, key, fence);
        return new LiveRun(connection, source, places, target, ledger, time, runMs, Deadline(options), progress);
    }

    private DateTimeOffset? Deadline(CollectOptions options) => time.GetUtcNow() + options.Slice;

    /// <summary>One run over a source's places.</summary>
    private sealed class LiveRun(
        SqliteConnection connection, ConfiguredSource source, IReadOnlyList<SourcePlace> places, LiveTarget target, LiveLedger ledger,
        TimeProvider time, long runMs, DateTimeOffset? deadline, IProgress<LiveProgress>? progress)
    {
        private readonly LiveBatch _batch = new(connection, target, ledger);
        private readonly Dictionary<string, PlaceReport> _places = new(StringComparer.Ordinal);
        private long _pages;
        private bool _more;

        public LiveReport Report => new([.. _places.Values], _more);

        private long NowMs => time.GetUtcNow().ToUnixTimeMilliseconds();

        private bool IsOver => time.GetUtcNow() >= deadline;

        public async Task AllAsync(CancellationToken cancellationToken)
        {
            SourceTroubleException? first = null;
            var troubles = 0;
            var order = places.Select(place => (Stream: place, Row: Row(place))).OrderBy(pair => pair.Row.WorkedMs).Select(pair => pair.Stream).ToList();
            foreach (var place in order)
                DeclareDue(place);
            foreach (var place in order)
            {
                try
                {
                    await OneAsync(place, cancellationToken).ConfigureAwait(false);
                    troubles = 0;
                }
                catch (PlaceUnavailableException exception)
                {
                    Leave(place, exception.Message, PlaceRest);
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
            Write(() => ledger.Run(target.LiveSourceId, null));
        }

        private LivePlaceRow Row(SourcePlace place) => ledger.OpenPlace(target.LiveSourceId, place, 0);

        /// <summary>What is due counts as missing until it was read.</summary>
        private void DeclareDue(SourcePlace place)
        {
            var row = Row(place);
            Write(() => new LiveWindows(connection, target.SourceId, row, place)
                .Declare(UntilNow(place), CoverageWindow.Missing, row.Unavailable ?? "due, not collected yet"));
        }

        private async Task OneAsync(SourcePlace place, CancellationToken cancellationToken)
        {
            while (Begin(place) is { } row)
            {
                await foreach (var page in source.Source.ReadAsync(place, row.Window, cancellationToken).ConfigureAwait(false))
                {
                    Note(_batch.Write(row, place, page, NowMs));
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
            if (place.Reach is { } reach && NowMs - (long)reach.TotalMilliseconds is var oldest && row.NextMs < oldest)
                return PassOver(row, place, Math.Min(oldest / 1000 * 1000, until));
            if (place.LongestWindow is { } longest)
                until = Math.Min(until, row.NextMs + (long)longest.TotalMilliseconds);
            until = new LiveWindows(connection, target.SourceId, row, place).Snap(until);
            var isDeep = row.DeepMs is null || NowMs - row.DeepMs >= TimeSpan.FromDays(1).TotalMilliseconds;
            var lookback = isDeep ? place.DeepLookback : place.Lookback;
            Write(() => ledger.Begin(row, until, row.NextMs - (long)lookback.TotalMilliseconds, isDeep, NowMs));
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
                windows.Settle(NowMs);
                windows.Touch(row.OverlapMs!.Value, NowMs); // under way until the next line
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

        private void Note(PlaceReport more)
        {
            var known = _places.GetValueOrDefault(more.Place) ?? new PlaceReport(more.Place, 0, 0, 0, 0, null);
            _places[more.Place] = new PlaceReport(more.Place, known.Read + more.Read, known.Counted + more.Counted,
                known.Stored + more.Stored, known.Rejected + more.Rejected, more.Trouble ?? known.Trouble);
        }

        /// <summary>The end of what this run asks for, in whole seconds: a run that chased the present would never end.</summary>
        private long UntilNow(SourcePlace place) => (runMs - (long)place.Settling.TotalMilliseconds) / 1000 * 1000;
    }
}
