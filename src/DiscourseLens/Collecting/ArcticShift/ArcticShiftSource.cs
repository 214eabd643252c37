using System.Globalization;
using System.Runtime.CompilerServices;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.ArcticShift;

/// <summary>
/// Reddit's archive by community and time. Its posts are Reddit's own: one that also comes from a dump or from Reddit itself is
/// one item.
/// </summary>
public sealed class ArcticShiftSource : ISource, IRevisits
{
    private const string Posts = "posts: ";
    private const string Comments = "comments: ";

    private readonly string _first;
    private readonly ArcticShiftApi _api;

    /// <summary>A source that asks through a client.</summary>
    public ArcticShiftSource(ArcticShiftOptions options, SourceClient client)
    {
        ArgumentNullException.ThrowIfNull(options);
        _api = new(client, options.Address);
        _first = options.Communities.Count == 0 ? "" : options.Communities[0];
        Places = [.. options.Communities.SelectMany(name => new[] { Place(Posts, name, PostKind.Submission), Place(Comments, name, PostKind.Comment) })];

        SourcePlace Place(string what, string name, PostKind kind) => new(what + name, name, [kind])
        {
            Settling = options.Settling,
            LongestWindow = TimeSpan.FromDays(7), // so that a long first collection settles bit by bit
        };
    }

    /// <inheritdoc />
    public string Origin => "reddit";

    /// <inheritdoc />
    public string Route => "arctic-shift-api";

    /// <inheritdoc />
    public IReadOnlyList<SourcePlace> Places { get; }

    /// <inheritdoc />
    public int LargestBatch => ArcticShiftApi.MostIds;

    /// <inheritdoc />
    public async IAsyncEnumerable<FetchedPage> ReadAsync(
        SourcePlace place, FetchWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(window);
        var walk = new ArcticWalk(_api, place.Kinds[0], place.Community!, window); // every place has both
        while (!walk.IsOver)
            yield return await walk.NextAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Revisit> RevisitAsync(
        IReadOnlyList<string> nativeIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nativeIds);
        foreach (var ids in nativeIds.GroupBy(id => id.StartsWith("t1_", StringComparison.Ordinal) ? PostKind.Comment : PostKind.Submission))
        {
            var answer = await _api.LookUpAsync(ids.Key, ids, cancellationToken).ConfigureAwait(false);
            var found = answer.Posts.DistinctBy(post => post.NativeId).ToDictionary(post => post.NativeId, StringComparer.Ordinal);
            foreach (var id in ids)
                yield return new Revisit(id, found.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc />
    public async Task<string> ProbeAsync(CancellationToken cancellationToken)
    {
        var answer = await _api.NewestAsync(_first, cancellationToken).ConfigureAwait(false);
        return answer.Posts.Count == 0
            ? $"The archive answers, but knows no posts of {_first}; check its spelling."
            : string.Create(CultureInfo.InvariantCulture,
                $"The archive answers; the newest post of {_first} it knows is of {DateTimeOffset.FromUnixTimeMilliseconds(answer.Posts[0].CreatedMs):yyyy-MM-dd}.");
    }
}
