using Dapper;
using DiscourseLens.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Tests.Docs;

public sealed class DatabaseDocsTests
{
    [Fact]
    public void Document_NamesEveryTableViewAndColumn_AndNoOther() => Assert.Equal(Schema(), Documented());

    [Fact]
    public void Document_GivesEveryColumnOfATableItsType()
    {
        using var store = new StoreBuilder();
        using var connection = store.Database.ConnectReadOnly();
        foreach (var (heading, body) in Sections())
        {
            foreach (var (column, type) in Markdown.Rows(body))
            {
                var declared = connection.ExecuteScalar<string>(
                    "select type from pragma_table_info(@table) where name = @column",
                    new { table = Markdown.CodeNames(heading)[0], column });
                if (!string.IsNullOrEmpty(declared))
                    Assert.Equal((heading, column, declared.ToLowerInvariant()), (heading, column, type));
            }
        }
    }

    [Fact]
    public void Metadata_DescribesEveryColumnOfEveryView_AndNoOther()
    {
        using var store = new StoreBuilder();
        using var connection = store.Database.ConnectReadOnly();
        var views = Names(connection, "view").Select(view => $"{view}: {string.Join(' ', Columns(connection, view))}");
        Assert.Equal(views.Order(StringComparer.Ordinal), Metadata().Order(StringComparer.Ordinal));
    }

    private static List<string> Schema()
    {
        using var store = new StoreBuilder();
        using var connection = store.Database.ConnectReadOnly();
        return [.. Names(connection, "table").Concat(Names(connection, "view"))
            .Select(name => $"{name}: {string.Join(' ', Columns(connection, name))}").Order(StringComparer.Ordinal)];
    }

    private static List<string> Documented() =>
        [.. from section in Sections()
            from name in Markdown.CodeNames(section.Heading)
            select $"{name}: {string.Join(' ', Markdown.Rows(section.Body).Select(row => row.Name))}" into line
            orderby line
            select line];

    private static IEnumerable<(string Heading, string Body)> Sections() =>
        Markdown.Sections(Documents.Read("docs/database.md"), 3);

    /// <summary>Views and columns of metadata.yaml, by their indentation: six spaces a view, ten a column.</summary>
    private static List<string> Metadata()
    {
        var views = new List<string>();
        foreach (var line in Documents.Read("docs/metadata.yaml").Split('\n'))
        {
            var depth = line.TakeWhile(c => c == ' ').Count();
            var key = line.Trim().Split(':')[0];
            if (depth == 6)
                views.Add(key + ":");
            else if (depth == 10)
                views[^1] += " " + key;
        }

        return views;
    }

    private static IEnumerable<string> Names(SqliteConnection connection, string type) => connection.Query<string>(
        "select name from sqlite_schema where type = @type and name not like 'sqlite%' order by name", new { type });

    private static IEnumerable<string> Columns(SqliteConnection connection, string table) =>
        connection.Query<string>("select name from pragma_table_info(@table) order by cid", new { table });
}
