namespace DiscourseLens.Collecting.Archives;

/// <summary>What counting and scoping need of one line, so that only posts to be stored are read again.</summary>
/// <param name="Community">Its community; null where the line is blank or no post.</param>
/// <param name="Kind">Comment or submission.</param>
/// <param name="Key">The post's id as a number.</param>
/// <param name="ThreadKey">The thread's id as a number; null when not named.</param>
/// <param name="CreatedMs">When it was written.</param>
/// <param name="CapturedMs">When it was captured; null when the archive does not say.</param>
/// <param name="IsStorable">False where the archive says that it was deleted later.</param>
/// <param name="Own">What the gate says of its own words alone; nothing where they need not be read.</param>
internal readonly record struct GatedLine(
    FileCommunity? Community, PostKind Kind, long Key, long? ThreadKey, long CreatedMs, long? CapturedMs, bool IsStorable,
    ScopeReading Own);
