using System.Globalization;
using System.Runtime.CompilerServices;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.Reddit;

/// <summary>
/// Reddit through its own interface: of each community the newest posts and the newest comments, of each search the threads it
/// finds. Listings end after about 1,000 entries without saying so; a window that they do not reach is truncated.
/// </summary>
public sealed class RedditSource : ISource, IRevisits
{
    private const string Posts = "posts: ";
    private const string Comments = "comments: ";
    private const string Search = "search: ";

    // Read once a week, every day is read again between 7 and 15 days after its end.
    private static readonly TimeSpan s_wide = TimeSpan.FromDays(16);

    private readonly int _looksFull;
    private readonly RedditApi _api;
    private readonly RedditListing _listing;
    private readonly RedditThread _thread;

    /// <summary>A source that asks through a client.</summary>
    public RedditSource(RedditOptions options, SourceClient client, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _looksFull = options.LooksFull;
        _api = new(options, client, time);
        _listing = new(_api);
        _thread = new(_api);
        Places =
        [
            .. options.Communities.SelectMany(name => new[]
            {
                new SourcePlace(Posts + name, name, [PostKind.Submission]) { ShowsEarlier = true, Capacity = _looksFull, WideLookback = s_wide },
                new SourcePlace(Comments + name, name, [PostKind.Comment]) { ShowsEarlier = true, Capacity = _looksFull, WideLookback = s_wide },
            }),
            .. options.Queries.Select(query => new SourcePlace(Search + query, null, [PostKind.Submission, PostKind.Comment])
            {
                DeepLookback = TimeSpan.FromDays(7), // their threads are read again while people still answer
            }),
        ];
    }

    /// <inheritdoc />
    public string Origin => "reddit";

    /// <inheritdoc />
    public string Route => "reddit-api";

    /// <inheritdoc />
    public IReadOnlyList<SourcePlace> Places { get; }

    /// <inheritdoc />
    public int LargestBatch => RedditInfo.Most;

    /// <inheritdoc />
    public async IAsyncEnumerable<FetchedPage> ReadAsync(
        SourcePlace place, FetchWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(window);
        var cursor = RedditCursor.Parse(window.Cursor);
        var finds = place.Name.StartsWith(Search, StringComparison.Ordinal);
        if (!cursor.IsListed)
        {
            var reached = false;
            await foreach (var page in _listing.ReadAsync(PathOf(place.Name), cursor.Anchors, cancellationToken).ConfigureAwait(false))
            {
                cursor = cursor.With(page);
                if (finds)
                    cursor = cursor with { Threads = [.. cursor.Threads.Union(ThreadsIn(page, window))] };
                reached = page.Posts.Count > 0 && page.Posts.All(post => post.CreatedMs < window.OverlapMs);
                yield return new FetchedPage { Posts = page.Posts, Rejected = page.Rejected, Cursor = cursor.Format() };
                if (reached)
                    break;
            }

            var isCut = !reached && (finds || cursor.Shown >= _looksFull) && cursor.OldestMs > window.FromMs;
            cursor = cursor with { IsListed = true };
            yield return new FetchedPage
            {
                Gaps = isCut ? [Cut(place, window, cursor)] : [],
                ReachedMs = !reached && cursor.Shown >= _looksFull ? cursor.OldestMs : null,
                Cursor = cursor.Format(),
            };
        }

        while (cursor.Threads is [var thread, ..])
        {
            await using var pages = _thread.ReadAsync(thread, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(pages).ConfigureAwait(false))
                yield return pages.Current with { Cursor = cursor.Format() };
            cursor = cursor with { Threads = [.. cursor.Threads.Skip(1)] };
            yield return new FetchedPage { Cursor = cursor.Format() };
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Revisit> RevisitAsync(
        IReadOnlyList<string> nativeIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nativeIds);
        foreach (var names in nativeIds.Chunk(RedditInfo.Most))
        {
            var page = await RedditInfo.ReadAsync(_api, names, cancellationToken).ConfigureAwait(false);
            var found = page.Posts.DistinctBy(post => post.NativeId).ToDictionary(post => post.NativeId, StringComparer.Ordinal);
            foreach (var name in names)
                yield return new Revisit(name, found.GetValueOrDefault(name));
        }
    }

    /// <inheritdoc />
    public async Task<string> ProbeAsync(CancellationToken cancellationToken)
    {
        var path = Places.Count > 0 ? PathOf(Places[0].Name) : "r/all/new";
        var page = await _api.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}limit=1", RedditPage.Read, cancellationToken).ConfigureAwait(false);
        return $"Reddit accepts the application and shows {(page.Names.Count == 0 ? "nothing" : "posts")} under {path.Split('?')[0]}.";
    }

    /// <summary>The next page of a thread; a thread that is gone meanwhile has none.</summary>
    private static async Task<bool> NextAsync(IAsyncEnumerator<FetchedPage> pages)
    {
        try
        {
            return await pages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (PlaceUnavailableException)
        {
            return false;
        }
    }

    private static string PathOf(string place) => place switch
    {
        _ when place.StartsWith(Posts, StringComparison.Ordinal) => $"r/{Uri.EscapeDataString(place[Posts.Length..])}/new",
        _ when place.StartsWith(Comments, StringComparison.Ordinal) => $"r/{Uri.EscapeDataString(place[Comments.Length..])}/comments",
        _ => $"search?q={Uri.EscapeDataString(place[Search.Length..])}&sort=new&t=all&type=link&include_over_18=on",
    };

    /// <summary>Threads that a page found and that lie in the window or its overlap.</summary>
    private static IEnumerable<string> ThreadsIn(RedditPage page, FetchWindow window) => page.Posts
        .Where(post => post.Kind == PostKind.Submission && post.CreatedMs >= window.OverlapMs && post.CreatedMs < window.UntilMs)
        .Select(post => post.NativeId);

    private static WindowGap Cut(SourcePlace place, FetchWindow window, RedditCursor cursor)
    {
        var oldest = Math.Min(cursor.OldestMs!.Value, window.UntilMs); // it is above the window's begin
        var perMs = cursor.Shown / (double)Math.Max(1, window.UntilMs - oldest);
        return new WindowGap(window.FromMs, oldest, "truncated", string.Create(CultureInfo.InvariantCulture,
            $"the listing of {place.Name} ends after {cursor.Shown} entries; the number missed is estimated from their rate"))
        {
            Missed = (long)Math.Ceiling(perMs * (oldest - window.FromMs)),
        };
    }
}
