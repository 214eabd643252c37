using System.Globalization;
using System.Runtime.CompilerServices;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.Feeds;

/// <summary>
/// A feed. It shows its newest entries and no others: what came out and fell off between two readings is lost, and its time is
/// truncated.
/// </summary>
public sealed class FeedSource : ISource
{
    private const int Marks = 10;
    private const int MostUndated = 500;
    private const long Second = 1000; // feeds tell no finer time

    private readonly Uri _address;
    private readonly FeedPost _posts;
    private readonly SourceClient _client;
    private readonly TimeProvider _time;

    /// <summary>A source that asks through a client.</summary>
    public FeedSource(FeedOptions options, SourceClient client, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_address, _posts, _client, _time) = (options.Address, new FeedPost(options), client, time);
        Origin = _posts.IsReddit ? "reddit" : options.Address.Host;
        Places =
        [
            new(options.Address.AbsolutePath, _posts.Community, _posts.IsReddit ? [PostKind.Submission, PostKind.Comment] : [options.Entries])
            {
                Settling = TimeSpan.FromMinutes(5),
                ShowsEarlier = true,
            },
        ];
    }

    /// <inheritdoc />
    public string Origin { get; }

    /// <inheritdoc />
    public string Route => "feed";

    /// <inheritdoc />
    public IReadOnlyList<SourcePlace> Places { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<FetchedPage> ReadAsync(
        SourcePlace place, FetchWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        var memory = FeedMemory.Parse(window.Memory);
        var (entries, validator) = await GetAsync(memory.Validator, cancellationToken).ConfigureAwait(false);
        yield return entries is null ? new FetchedPage { Signs = 1 } : Page(entries, validator, memory, window);
    }

    /// <inheritdoc />
    public async Task<string> ProbeAsync(CancellationToken cancellationToken)
    {
        var (entries, _) = await GetAsync(null, cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"The feed answers with {entries?.Count ?? 0} entries.");
    }

    /// <summary>The entries; null when they are those of the known version.</summary>
    private async Task<(IReadOnlyList<FeedEntry>? Entries, Validator? Validator)> GetAsync(Validator? known, CancellationToken cancellationToken)
    {
        IReadOnlyList<FeedEntry>? entries = null;
        var answer = await _client.ReadTextAsync(_address.ToString(), known, Judge, cancellationToken).ConfigureAwait(false);
        return (answer is null ? null : entries, answer?.Validator);

        // Half a feed is tried again as half an answer is, so it is read here.
        SourceException? Judge(SourceAnswer answer)
        {
            if ((AnswerRules.Judge(answer) ?? (answer.Status == System.Net.HttpStatusCode.NotModified ? null : AnswerRules.JudgePage(answer))) is { } trouble)
                return trouble;
            if (answer.Status == System.Net.HttpStatusCode.NotModified)
                return null;
            try
            {
                entries = FeedDocument.Read(answer);
                return null;
            }
            catch (SourceException exception)
            {
                return exception;
            }
        }
    }

    private FetchedPage Page(IReadOnlyList<FeedEntry> entries, Validator? validator, FeedMemory memory, FetchWindow window)
    {
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        var dated = entries.Select(entry => (Entry: entry, Ms: entry.CreatedMs ?? memory.Undated.GetValueOrDefault(entry.Id, now))).ToList();
        var taken = dated.Where(pair => pair.Ms < window.UntilMs).OrderByDescending(pair => pair.Ms).ToList();
        var isWhole = taken.Count == dated.Count; // entries too young must be shown again, so their version may not be named
        var after = new FeedMemory(
            isWhole && validator is not { ETag: null, LastModified: null } ? validator : null,
            taken.Count > 0 ? taken[0].Ms : memory.NewestMs,
            taken.Count > 0 ? [.. taken.Take(Marks).Select(pair => pair.Entry.Id)] : memory.Newest,
            dated.Where(pair => pair.Entry.CreatedMs is null).Take(MostUndated).DistinctBy(pair => pair.Entry.Id).ToDictionary(pair => pair.Entry.Id, pair => pair.Ms));
        return new FetchedPage
        {
            Posts = [.. dated.Select(pair => _posts.Read(pair.Entry, pair.Ms))],
            Gaps = Gap(dated, memory, window) is { } gap ? [gap] : [],
            Memory = after.Format(),
        };
    }

    /// <summary>The time between what was known and what is shown now; null when they meet.</summary>
    private static WindowGap? Gap(List<(FeedEntry Entry, long Ms)> shown, FeedMemory memory, FetchWindow window)
    {
        var ids = shown.Select(pair => pair.Entry.Id).ToHashSet(StringComparer.Ordinal);
        if (shown.Count == 0 || memory.Newest.Any(ids.Contains))
            return null;
        var fresh = shown.Where(pair => pair.Ms > memory.NewestMs).Select(pair => pair.Ms).DefaultIfEmpty(window.UntilMs).ToList();
        var oldest = (fresh.Min() / Second * Second) + Second; // another entry of that second may have fallen off
        if (memory.NewestMs == 0)
            return new WindowGap(window.FromMs, oldest, CoverageWindow.Missing, "older than the feed's oldest entry at the first reading");
        var perMs = (double)fresh.Count / Math.Max(1, fresh.Max() - oldest);
        return new WindowGap(memory.NewestMs + 1, oldest, "truncated", "entries fell off the feed between two readings; read it more often")
        {
            Missed = (long)Math.Round(perMs * (oldest - memory.NewestMs)),
        };
    }
}
