using System.Globalization;
using System.Runtime.CompilerServices;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.HackerNews;

/// <summary>
/// Hacker News: everything by time from the search index, and what that does not show (late, deleted, dead) by id from the
/// item service. Ids are one sequence, so that nothing can be passed over unseen.
/// </summary>
public sealed class HackerNewsSource : ISource, IRevisits
{
    /// <summary>The community of everything.</summary>
    public const string Community = "Hacker News";

    private const string SearchPrefix = "search: ";
    private readonly HackerNewsOptions _options;
    private readonly AlgoliaSearch _search;
    private readonly FirebaseItems _items;

    /// <summary>A source that asks through a client.</summary>
    public HackerNewsSource(HackerNewsOptions options, SourceClient client)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _search = new(client, options.Search);
        _items = new(client, options.Items);
        Places = options.Queries.Count == 0
            ? [Place("all", Community)]
            : [.. options.Queries.Select(query => Place(SearchPrefix + query, $"{Community}: {query}") with { IsSearch = true })];
    }

    /// <inheritdoc />
    public string Origin => "hackernews";

    /// <inheritdoc />
    public string Route => "hackernews-algolia";

    /// <inheritdoc />
    public IReadOnlyList<SourcePlace> Places { get; }

    /// <inheritdoc />
    public int LargestBatch => 50;

    /// <inheritdoc />
    public async IAsyncEnumerable<FetchedPage> ReadAsync(
        SourcePlace place, FetchWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(window);
        var query = place.IsSearch ? place.Name[SearchPrefix.Length..] : "";
        var fill = _options.Verify && !place.IsSearch ? new HackerNewsFill(_items, Community, window) : null;
        if (fill is not null && window.Cursor is null)
            yield return await fill.AskAgainAsync(cancellationToken).ConfigureAwait(false);
        var until = window.UntilMs / 1000;
        var from = window.Cursor is { } cursor ? long.Parse(cursor, CultureInfo.InvariantCulture) : window.OverlapMs / 1000;
        for (var span = until - from; from < until;)
        {
            var end = Math.Min(until, from + Math.Max(1, span));
            var answer = await _search.ReadAsync(query, from, end, place.Community!, cancellationToken).ConfigureAwait(false); // both kinds of place have one
            if (answer.IsCut && end - from > 1)
            {
                span = (end - from) / 2;
                continue;
            }

            // Its cursor stays at the stretch's start until the ids in it are accounted for.
            yield return Page(answer, from, fill is null ? end : from);
            if (fill is not null)
            {
                var highest = end < until ? answer.HighestId : await _items.NewestAsync(cancellationToken).ConfigureAwait(false);
                await foreach (var page in fill.ReadAsync(answer, highest, cancellationToken).ConfigureAwait(false))
                    yield return page with { Cursor = Text(from) };
                yield return new FetchedPage { Cursor = Text(end) };
            }

            (from, span) = (end, Math.Max(span, (end - from) * 2));
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Revisit> RevisitAsync(
        IReadOnlyList<string> nativeIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nativeIds);
        foreach (var id in nativeIds)
        {
            var item = await _items.ReadAsync(id, Community, cancellationToken).ConfigureAwait(false);
            yield return new Revisit(id, item.Post);
        }
    }

    /// <inheritdoc />
    public async Task<string> ProbeAsync(CancellationToken cancellationToken)
    {
        var newest = await _items.NewestAsync(cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"Hacker News answers; its newest item is {newest}.");
    }

    private static SourcePlace Place(string name, string community) => new(name, community, [PostKind.Submission, PostKind.Comment])
    {
        Settling = TimeSpan.FromMinutes(5), // the index follows by some minutes
        Lookback = TimeSpan.FromHours(1),
        LongestWindow = TimeSpan.FromDays(1),
    };

    private static FetchedPage Page(AlgoliaAnswer answer, long second, long cursor) => new()
    {
        Posts = answer.Posts,
        Rejected = answer.Rejected,
        Gaps = answer.IsCut ? [Cut(answer, second)] : [],
        Cursor = Text(cursor),
    };

    private static WindowGap Cut(AlgoliaAnswer answer, long second) => new(second * 1000, (second + 1) * 1000, "truncated",
        "more posts in one second than the index shows")
    {
        Missed = Math.Max(0, answer.Total - answer.Shown),
        Fraction = Math.Clamp((double)answer.Shown / Math.Max(1, answer.Total), 0, 1),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
