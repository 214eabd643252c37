using Dapper;
using DiscourseLens.Collecting.Archives;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>Stores posts that came over the network: staged in memory, merged in one fenced transaction, and nothing left behind.</summary>
internal sealed class PageTransaction
{
    private readonly SqliteConnection _connection;
    private readonly LateDeletions _deletions;
    private readonly Fence? _fence;

    /// <summary>Makes the staging tables, in the schema <c>staged</c> of the connection.</summary>
    public PageTransaction(SqliteConnection connection, LateDeletions deletions, Fence? fence)
    {
        (_connection, _deletions, _fence) = (connection, deletions, fence);
        connection.Execute("attach ':memory:' as staged");
        connection.Execute(StagedRows.Tables("staged"));
    }

    /// <summary>Runs what stages and merges.</summary>
    public T Run<T>(Func<T> merge)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            var result = merge();
            _fence?.Invoke(_connection);
            transaction.Commit();
            _deletions.EmptyLog();
            return result;
        }
        finally
        {
            _connection.Execute(ItemMerge.DropScratch);
            _connection.Execute("delete from staged.post; delete from staged.hint; delete from staged.gone; delete from staged.reject");
        }
    }
}
