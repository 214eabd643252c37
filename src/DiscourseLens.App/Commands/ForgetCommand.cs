using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting.Deleting;

namespace DiscourseLens.App.Commands;

/// <summary><c>forget</c>: an author, a post or a source leaves the store for good, and is never stored again.</summary>
internal static class ForgetCommand
{
    public static Command Create()
    {
        var author = new Option<string?>("--author") { Description = "An author by the 64 hex digits of its key in the table author.", HelpName = "KEY" };
        var name = new Option<string?>("--name") { Description = "An author of this source, by the name on standard input, so that it stands in no history.", HelpName = "SOURCE" };
        var item = new Option<string?>("--item") { Description = "A post by its id in the view post, or as SOURCE/ID.", HelpName = "ID" };
        var source = new Option<string?>("--source") { Description = "All posts of a source, for example reddit.", HelpName = "SOURCE" };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new Command("forget", "Purge for good, backups included: discourselens forget --item t1_abc") { author, name, item, source, yes };
        command.Validators.Add(result =>
        {
            if (new[] { author, name, item, source }.Count(option => result.GetValue(option) is not null) != 1)
                result.AddError("Give one of --author, --name, --item and --source.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = Settings.Load(parsed.GetValue(SharedOptions.Database));
            settings.RequireStore();
            using var study = Study.OpenToWrite(settings, "forget");
            var forgetting = new Forgetting(study.Database, TimeProvider.System);
            var target = parsed.GetValue(author) is { } key ? Forgetting.Author(key)
                : parsed.GetValue(name) is { } at ? forgetting.Author(study.Key, at, ReadName(at))
                : parsed.GetValue(item) is { } id ? forgetting.Item(id)
                : forgetting.Source(parsed.GetValue(source)!); // one of them is given
            if (!parsed.GetValue(yes) && !IsMeant(forgetting.CountOf(target)))
                throw new LensException("Nothing was forgotten.");
            var counts = forgetting.Forget(target);
            Pipeline.ScoreAndRollUp(study, cancellationToken);
            Write(counts, study.KeepHouse(cancellationToken), parsed.GetValue(SharedOptions.Json));
            study.Complete();
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string ReadName(string source)
    {
        if (!Console.IsInputRedirected)
            Console.Error.Write($"Name at {source}: ");
        return Console.In.ReadLine()?.Trim() is { Length: > 0 } name
            ? name
            : throw new WrongUseException("Give the name as the first line of standard input.");
    }

    private static bool IsMeant(long posts)
    {
        if (Console.IsInputRedirected)
            throw new WrongUseException("There is no terminal to ask on; say --yes.");
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"This purges {posts:N0} posts for good, in backups too, and keeps them from coming back. Type yes: "));
        return Console.In.ReadLine()?.Trim() == "yes";
    }

    private static void Write(PurgeCounts counts, ClearingReport clearing, bool json) => Console.WriteLine(json
        ? JsonSerializer.Serialize(new { purged = counts, clearing }, JsonOutput.Camel)
        : string.Create(CultureInfo.InvariantCulture, $"Purged {counts.Items:N0} posts: {counts.Texts:N0} texts, {counts.Authors:N0} author keys, {counts.Captures:N0} sightings, {counts.Scores:N0} scores, {counts.Mentions:N0} places. {ClearingText.Of(clearing)}"));
}
