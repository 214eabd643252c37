using System.CommandLine;
using System.Text.Json;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Frozen;

namespace DiscourseLens.App.Commands;

/// <summary><c>freeze</c>: a snapshot of all series that never changes; <c>freeze list</c>, <c>freeze verify</c>.</summary>
internal static class FreezeCommand
{
    private static readonly (string Key, string Help)[] s_keys =
    [
        ("by", "day, week, month, quarter or year (default: month)."),
        ("from", "First UTC day (default: all)."),
        ("until", "UTC day after the last (default: all)."),
        ("source", "Sources, with commas between them, or all; needed where the store has several."),
        ("class", "Classes of communities, with commas between them (default: any)."),
        ("community", "Communities, with commas between them (default: all)."),
    ];

    public static Command Create()
    {
        var name = new Option<string?>("--name") { Description = "Begins the snapshot's name (default: the day of the store's last capture).", HelpName = "WORD" };
        var command = new Command("freeze", "Write a snapshot of all series that never changes: discourselens freeze") { name, List(), Verify() };
        var query = SeriesQuestion.AddTo(command, s_keys, FrozenFolder.Parse);
        command.SetAction((parsed, cancellationToken) =>
        {
            var asked = query(parsed);
            var (store, _) = SeriesQuestion.Open(parsed.GetValue(SharedOptions.Database), cancellationToken);
            var folder = Folder(parsed);
            return Task.FromResult(Done(parsed, folder, [Freeze(() => folder.Freeze(store, asked, parsed.GetValue(name)))]));
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the snapshots: discourselens freeze list");
        command.SetAction(parsed => Done(parsed, Folder(parsed), Folder(parsed).List()));
        return command;
    }

    private static Command Verify()
    {
        var name = new Argument<string?>("NAME") { Description = "The snapshot (default: all).", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("verify", "Check that snapshots are what was frozen: discourselens freeze verify") { name };
        command.SetAction(parsed =>
        {
            var folder = Folder(parsed);
            if (parsed.GetValue(name) is not { } asked)
                return Done(parsed, folder, folder.List());
            return Done(parsed, folder, [folder.Find(asked) ?? throw new LensException($"There is no snapshot '{asked}' in '{folder.Path}'; `discourselens freeze list` lists them.")]);
        });
        return command;
    }

    private static FrozenFolder Folder(ParseResult parsed) => new(Settings.Load(parsed.GetValue(SharedOptions.Database)).FrozenPath);

    private static FrozenSnapshot Freeze(Func<FrozenSnapshot> freeze)
    {
        try
        {
            return freeze();
        }
        catch (TrendException exception) when (exception.Trouble == TrendTrouble.Query)
        {
            throw new WrongUseException("--" + exception.Message, exception);
        }
    }

    private static int Done(ParseResult parsed, FrozenFolder folder, IReadOnlyList<FrozenSnapshot> snapshots)
    {
        if (parsed.GetValue(SharedOptions.Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { snapshots = snapshots.Select(each => new { name = each.Name, path = Path.Combine(folder.Path, each.Name), hash = each.Hash, intact = each.IsIntact, faults = each.Faults }) },
                JsonOutput.Serializer));
        }
        else
        {
            foreach (var each in snapshots)
                Console.WriteLine($"{Path.Combine(folder.Path, each.Name)}  SHA-256 {each.Hash}  {(each.IsIntact ? "as frozen" : string.Join("; ", each.Faults))}");
        }

        return snapshots.All(each => each.IsIntact) ? ExitCode.Done : ExitCode.Failed;
    }
}
