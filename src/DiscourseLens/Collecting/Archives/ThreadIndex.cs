using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>What is known of the threads that comments may belong to: in scope, or naming concepts that replies inherit.</summary>
internal sealed class ThreadIndex
{
    private readonly HashSet<string> _inScope = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _concepts = new(StringComparer.Ordinal);

    /// <summary>Loads the threads of a source from the store.</summary>
    public static ThreadIndex Load(SqliteConnection connection, long sourceId)
    {
        const string Stored = """
            select native_id from item where source_id = @sourceId and kind = 'submission' order by native_id
            """;
        const string Hints = """
            select native_id as NativeId, concepts as Concepts from thread_hint where source_id = @sourceId order by native_id
            """;
        var index = new ThreadIndex();
        foreach (var id in connection.Query<string>(Stored, new { sourceId }, buffered: false))
            index._inScope.Add(id);
        foreach (var row in connection.Query<HintRow>(Hints, new { sourceId }, buffered: false))
            index._concepts[row.NativeId] = (int)row.Concepts;
        return index;
    }

    public bool IsInScope(string? threadId) => threadId is not null && _inScope.Contains(threadId);

    /// <summary>Concepts that the thread's submission names; 0 when none or unknown.</summary>
    public int ConceptsOf(string? threadId) => threadId is null ? 0 : _concepts.GetValueOrDefault(threadId);

    private sealed class HintRow
    {
        public string NativeId { get; init; } = "";
        public long Concepts { get; init; }
    }
}
