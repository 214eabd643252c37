namespace DiscourseLens.Collecting;

/// <summary>A source that can show given posts again, for fixed ages and for deletions.</summary>
public interface IRevisits
{
    /// <summary>Ids a call.</summary>
    int LargestBatch { get; }

    /// <summary>Looks posts up; every id is answered once. Not being shown is not yet being deleted.</summary>
    /// <param name="nativeIds">At most <see cref="LargestBatch"/>.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    /// <exception cref="SourceException">As when reading.</exception>
    IAsyncEnumerable<Revisit> RevisitAsync(IReadOnlyList<string> nativeIds, CancellationToken cancellationToken);
}

/// <summary>What became of a post.</summary>
/// <param name="NativeId">The id asked for.</param>
/// <param name="Post">The post as it is now, its state telling deletions and removals; null where the source showed nothing under the id.</param>
public sealed record Revisit(string NativeId, FetchedPost? Post);
