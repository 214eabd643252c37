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

    private const int AtOnce = 50; // ids asked for between two pages
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
            : [.. options.Queries.Select(query => Place($"search: {query}", $"{Community}: {query}") with { IsSearch = true })];
    }

    /// <inheritdoc />
    public string Origin => "hackernews";

    /// <inheritdoc />
    public string Route => "hackernews-algolia";

    /// <inheritdoc />
    public IReadOnlyList<SourcePlace> Places { get; }

    /// <inheritdoc />
    public int LargestBatch => AtOnce;

    /// <inheritdoc />
    public async IAsyncEnumerable<FetchedPage> ReadAsync(
        SourcePlace place, FetchWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(window);
        var verifies = _options.Verify && !place.IsSearch;
        var memory = HackerNewsMemory.Parse(window.Memory);
        if (window.Cursor is null && memory.Again.Count > 0)
            yield return await AskAgainAsync(memory, cancellationToken).ConfigureAwait(false);
        var query = place.IsSearch ? place.Name["search: ".Length..] : "";
        var until = window.UntilMs / 1000;
        var from = window.Cursor is { } cursor ? long.Parse(cursor, CultureInfo.InvariantCulture) : window.OverlapMs / 1000;
        for (var span = until - from; from < until;)
        {
            var end = Math.Min(until, from + Math.Max(1, span));
            var answer = await _search.ReadAsync(query, from, end, place.Community!, cancellationToken).ConfigureAwait(false); // both kinds of place have one
            var isCut = answer.Shown >= AlgoliaSearch.Most || answer.Shown < answer.Total;
            if (isCut && end - from > 1)
            {
                span = (end - from) / 2;
                continue;
            }

            // Its cursor stays at the stretch's start until the ids in it are accounted for.
            yield return Page(answer, verifies ? from : end) with { Gaps = isCut ? [Cut(answer, from)] : [] };
            if (verifies)
            {
                await foreach (var page in FillAsync(answer, memory, from, cancellationToken).ConfigureAwait(false))
                    yield return page;
                yield return new FetchedPage { Cursor = Text(end), Memory = memory.Format() };
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

    private static FetchedPage Page(AlgoliaAnswer answer, long cursor) =>
        new() { Posts = answer.Posts, Rejected = answer.Rejected, Cursor = Text(cursor) };

    private static WindowGap Cut(AlgoliaAnswer answer, long second) => new(second * 1000, (second + 1) * 1000, "truncated",
        "more posts in one second than the index shows")
    {
        Missed = Math.Max(0, answer.Total - answer.Shown),
        Fraction = Math.Clamp((double)answer.Shown / Math.Max(1, answer.Total), 0, 1),
    };

    /// <summary>Asks for the ids between those accounted for and the highest shown, where the index did not show them.</summary>
    private async IAsyncEnumerable<FetchedPage> FillAsync(
        AlgoliaAnswer answer, HackerNewsMemory memory, long cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shown = answer.Posts.Select(post => long.TryParse(post.NativeId, CultureInfo.InvariantCulture, out var id) ? id : 0).ToHashSet();
        if (shown.Count == 0)
            yield break;
        if (memory.LastId == 0)
            memory.LastId = shown.Min() - 1;
        for (var highest = shown.Max(); memory.LastId < highest;)
        {
            var posts = new List<FetchedPost>();
            for (var asked = 0; asked < AtOnce && memory.LastId < highest; memory.LastId++)
            {
                if (shown.Contains(memory.LastId + 1))
                    continue;
                asked++;
                await AskAsync(memory.LastId + 1, memory, posts, cancellationToken).ConfigureAwait(false);
            }

            yield return new FetchedPage { Posts = posts, Cursor = Text(cursor), Memory = memory.Format() };
        }
    }

    private async Task<FetchedPage> AskAgainAsync(HackerNewsMemory memory, CancellationToken cancellationToken)
    {
        var posts = new List<FetchedPost>();
        foreach (var id in memory.Again.Keys.ToList())
            await AskAsync(id, memory, posts, cancellationToken).ConfigureAwait(false);
        return new FetchedPage { Posts = posts, Memory = memory.Format() };
    }

    private async Task AskAsync(long id, HackerNewsMemory memory, List<FetchedPost> posts, CancellationToken cancellationToken)
    {
        var item = await _items.ReadAsync(Text(id), Community, cancellationToken).ConfigureAwait(false);
        if (item.IsThere)
            memory.Again.Remove(id);
        else
            memory.Missed(id);
        if (item.Post is { } post)
            posts.Add(post);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
