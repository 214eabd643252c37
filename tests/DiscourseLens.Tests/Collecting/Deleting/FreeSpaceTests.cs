using System.Globalization;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting.Deleting;

/// <summary>Pages that were split and joined keep copies of rows that moved: zeroing deleted rows does not reach them.</summary>
public sealed class FreeSpaceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void PurgedTextsAndKeys_AreNotLeftInPages_AfterManyImportsAndDeletions(int seed)
    {
        using var study = new DeletingStudy();
        var chance = new Random(seed);
        var (alive, gone, posts) = (new List<int>(), new List<int>(), 0);
        for (var round = 0; round < 40; round++)
        {
            var lines = new List<string>();
            for (var i = chance.Next(1, 80); i > 0; i--)
            {
                alive.Add(++posts);
                lines.Add(Line(posts, string.Concat(Marker(posts), new string('y', chance.Next(5) switch { 0 => 6000, 1 => 2000, 2 => 300, 3 => 50, _ => 5 }))));
            }

            for (var i = Math.Min(alive.Count, chance.Next(50)); i > 0; i--)
            {
                var at = chance.Next(alive.Count);
                lines.Add(Line(alive[at], "x", ("_meta", "{\"was_deleted_later\":true}"), ("retrieved_on", $"{Noon + 900}")));
                gone.Add(alive[at]);
                alive.RemoveAt(at);
            }

            study.Import(lines);
        }

        Assert.True(study.Clear().IsDone);
        Assert.True(gone.Count > 500);
        study.HoldsNothingOf([.. gone.Select(Marker)]);
        Assert.Equal(0, study.CountOf(gone.Select(number => study.Key.KeyOf("reddit", Author(number)))));
        Assert.Equal($"{alive.Count}", study.Row("select count(*) from item_text"));
    }

    private static string Marker(int number) => string.Create(CultureInfo.InvariantCulture, $"zq{number:D6}marker");

    private static string Author(int number) => string.Create(CultureInfo.InvariantCulture, $"Writer{number}");

    private static string Line(int number, string text, params (string, string?)[] fields) =>
        Comment(string.Create(CultureInfo.InvariantCulture, $"c{number}"), text, [("author", Quote(Author(number))), .. fields]);
}
