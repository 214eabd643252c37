using DiscourseLens.Database;

namespace DiscourseLens.Collecting.Live;

/// <summary>Where and how a source's posts are stored.</summary>
/// <param name="SourceId">Row of <c>source</c>.</param>
/// <param name="LiveSourceId">Row of <c>live_source</c>.</param>
/// <param name="FileId">Row of <c>archive_file</c> on which captures and counts hang.</param>
/// <param name="Origin">Name under which authors are keyed.</param>
/// <param name="Scope">What is stored.</param>
/// <param name="Key">The study key.</param>
/// <param name="Fence">Guards every transaction; null when nothing can take the work over.</param>
internal sealed record LiveTarget(
    long SourceId, long LiveSourceId, long FileId, string Origin, ImportScope Scope, StudyKey Key, Fence? Fence);
