using System.Globalization;
using System.Runtime.CompilerServices;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>A forum that runs Discourse: all that everybody can read, or some of its categories.</summary>
public sealed class DiscourseSource : ISource, IRevisits
{
    private readonly DiscourseApi _api;
    private readonly IReadOnlyList<(SourcePlace Place, string? Category)> _places;

    /// <summary>A source that asks through a client.</summary>
    public DiscourseSource(DiscourseOptions options, SourceClient client)
    {
        ArgumentNullException.ThrowIfNull(options);
        _api = new(options, client);
        Origin = options.Address.Host;
        _places = options.Categories.Count == 0
            ? [(Place("all", Origin), null)]
            : [.. options.Categories.Select(category => (Place(category, $"{Origin}: {SlugOf(category)}"), (string?)category))];
    }

    /// <inheritdoc />
    public string Origin { get; }

    /// <inheritdoc />
    public string Route => "discourse-json";

    /// <inheritdoc />
    public IReadOnlyList<SourcePlace> Places => [.. _places.Select(pair => pair.Place)];

    /// <inheritdoc />
    public int LargestBatch => 50;

    /// <inheritdoc />
    public IAsyncEnumerable<FetchedPage> ReadAsync(SourcePlace place, FetchWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(window);
        var category = _places.First(pair => pair.Place == place).Category;
        return new DiscourseReading(_api, place, category, window).ReadAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Revisit> RevisitAsync(
        IReadOnlyList<string> nativeIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nativeIds);
        var threads = new DiscourseThreads(_api);
        var communities = new Dictionary<long, string>();
        foreach (var (place, category) in _places.Where(pair => pair.Category is not null))
        {
            foreach (var id in await DiscourseReading.FindCategoriesAsync(_api, category!, cancellationToken).ConfigureAwait(false)) // just filtered
                communities.TryAdd(id, place.Community!); // every place has one
        }

        foreach (var id in nativeIds)
        {
            var post = await _api.PostAsync(id, cancellationToken).ConfigureAwait(false);
            yield return new Revisit(id, post is null ? null : await ResolveAsync(post).ConfigureAwait(false));
        }

        async Task<FetchedPost> ResolveAsync(DiscoursePost post)
        {
            var category = communities.Count == 0 ? null : (await threads.FindAsync(post.Topic, cancellationToken).ConfigureAwait(false))?.Category;
            var community = category is { } known ? communities.GetValueOrDefault(known) : null;
            var resolved = await threads.ResolveAsync([post], community ?? _places[0].Place.Community!, cancellationToken).ConfigureAwait(false); // as above
            return resolved[0];
        }
    }

    /// <inheritdoc />
    public async Task<string> ProbeAsync(CancellationToken cancellationToken)
    {
        var posts = await _api.LatestAsync(null, cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"{Origin} answers with its {posts.Ids.Count} newest posts.");
    }

    private static string SlugOf(string category) => category.LastIndexOf('/') is var slash and > 0 ? category[..slash] : category;

    private static SourcePlace Place(string name, string community) => new(name, community, [PostKind.Submission, PostKind.Comment])
    {
        Settling = TimeSpan.FromMinutes(5), // answers are kept for a minute
        ShowsEarlier = true,
    };
}
