using System.Globalization;
using System.Runtime.CompilerServices;

namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>
/// Reads one window of one place. First the forum's posts by id from the newest down, which no reply to an old topic escapes;
/// then the topics in which something happened, each compared with what was read, for what that list does not show.
/// </summary>
internal sealed class DiscourseReading(DiscourseApi api, SourcePlace place, string? category, FetchWindow window)
{
    private const long Behind = 200; // ids read again below the highest known: posts that were hidden, or written slowly
    private const long OldPage = 50; // older releases show the posts of this many ids, be there any or not

    private readonly DiscourseThreads _threads = new(api);
    private readonly HashSet<long> _seen = [];
    private IReadOnlySet<long>? _categories;
    private DiscourseCursor _at = DiscourseCursor.Parse(window.Cursor);

    public async IAsyncEnumerable<FetchedPage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _categories = category is null ? null : await FindCategoriesAsync(api, category, cancellationToken).ConfigureAwait(false);
        while (_at.Page is null)
            yield return await PostsAsync(cancellationToken).ConfigureAwait(false);
        for (var isMore = true; isMore;)
        {
            var list = await api.TopicsAsync(category, _at.Page.Value, window.OverlapMs, cancellationToken).ConfigureAwait(false);
            foreach (var topic in list.Topics.Where(topic => topic.ActiveMs >= window.OverlapMs))
            {
                await foreach (var page in TopicAsync(topic.Id, cancellationToken).ConfigureAwait(false))
                    yield return page;
            }

            isMore = list.HasMore && !list.IsOlder;
            _at = _at with { Page = _at.Page + 1 };
            yield return Page(isMore ? null : _at.Highest) with { Signs = list.Topics.Count };
        }
    }

    /// <summary>A category and all below it.</summary>
    public static async Task<IReadOnlySet<long>> FindCategoriesAsync(DiscourseApi api, string category, CancellationToken cancellationToken)
    {
        var above = await api.CategoriesAsync(cancellationToken).ConfigureAwait(false);
        var id = long.Parse(category[(category.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        if (!above.ContainsKey(id))
            throw new PlaceUnavailableException($"The forum shows no category {category}; correct it in the settings, or ask the forum whether it is open.");
        var found = new HashSet<long> { id };
        for (var count = 0; count < found.Count;)
        {
            count = found.Count;
            found.UnionWith(above.Where(pair => pair.Value is { } parent && found.Contains(parent)).Select(pair => pair.Key));
        }

        return found;
    }

    private async Task<FetchedPage> PostsAsync(CancellationToken cancellationToken)
    {
        var list = await api.LatestAsync(_at.Before, cancellationToken).ConfigureAwait(false);
        _seen.UnionWith(list.Ids);
        var lowest = list.Ids.Count > 0 ? list.Ids.Min() : Math.Max(0, (_at.Before ?? 0) - OldPage);
        var isOlder = list.Posts.Count > 0 && list.Posts.All(post => post.Post.CreatedMs < window.OverlapMs);
        var isEnd = lowest <= 1 || (isOlder && (KnownHighest is null || lowest <= KnownHighest - Behind));
        _at = new(Math.Max(_at.Highest, list.Ids.DefaultIfEmpty().Max()), lowest, isEnd ? 0 : null);
        var posts = new List<DiscoursePost>();
        foreach (var post in list.Posts)
        {
            if (await IsInAsync(post, cancellationToken).ConfigureAwait(false))
                posts.Add(post);
        }

        return Page(null) with
        {
            Posts = await _threads.ResolveAsync(posts, place.Community!, cancellationToken).ConfigureAwait(false), // both kinds of place have one
            Rejected = category is null ? list.Rejected : [],
            Signs = list.Ids.Count,
        };
    }

    private long? KnownHighest => long.TryParse(window.Memory, CultureInfo.InvariantCulture, out var known) ? known : null;

    private async Task<bool> IsInAsync(DiscoursePost post, CancellationToken cancellationToken) =>
        _categories is null || ((post.Category ?? (await _threads.FindAsync(post.Topic, cancellationToken).ConfigureAwait(false))?.Category) is { } id
            && _categories.Contains(id));

    /// <summary>What a topic holds beyond the posts that were read.</summary>
    private async IAsyncEnumerable<FetchedPage> TopicAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await _threads.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } topic)
            yield break;
        foreach (var ids in topic.Stream.Where(post => post >= _at.Before && !_seen.Contains(post)).Chunk(DiscourseApi.MostIds))
        {
            if (await api.PostsAsync(topic, ids, cancellationToken).ConfigureAwait(false) is not { } list)
                yield break;
            _seen.UnionWith(ids);
            yield return Page(null) with
            {
                Posts = await _threads.ResolveAsync(list.Posts, place.Community!, cancellationToken).ConfigureAwait(false),
                Rejected = list.Rejected,
            };
        }
    }

    private FetchedPage Page(long? highest) => new() { Cursor = _at.Format(), Memory = highest?.ToString(CultureInfo.InvariantCulture) };
}
