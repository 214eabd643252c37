namespace DiscourseLens.Collecting.Live;

/// <summary>How far a collection is.</summary>
/// <param name="Place">The place being read.</param>
/// <param name="Pages">Pages stored since the start of the run.</param>
/// <param name="Read">Posts shown since then.</param>
/// <param name="Stored">Posts new to the store since then.</param>
public readonly record struct LiveProgress(string Place, long Pages, long Read, long Stored);
