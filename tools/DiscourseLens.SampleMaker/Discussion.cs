namespace DiscourseLens.SampleMaker;

/// <summary>Writes the threads of the study, day by day.</summary>
internal sealed class Discussion(Chance chance)
{
    private const int Authors = 260;
    private const int MostReplies = 12;

    private readonly Grammar _grammar = Grammar.Load();
    private readonly Voices _voices = new(chance);
    private int _submissions;
    private int _comments;

    /// <summary>All posts, thread after thread.</summary>
    public IEnumerable<Post> Write()
    {
        for (var day = Calendar.First; day < Calendar.Until; day = day.AddDays(1))
        {
            if (Calendar.IsSilent(day))
                continue;
            foreach (var community in Community.All)
            {
                var threads = chance.Count(community.Threads * Calendar.Volume(day), trials: 6);
                for (var i = 0; i < threads; i++)
                    foreach (var post in WriteThread(community, Calendar.Seconds(day) + chance.Below(86_400)))
                        yield return post;
            }
        }
    }

    private IEnumerable<Post> WriteThread(Community community, long created)
    {
        var topic = new Topic(chance.Of(community.Targets), _grammar.Text("condition", new Topic("", ""), chance));
        topic = topic with { Condition = Lowered(topic.Condition) };
        var aside = chance.Happens(community.Aside);
        var root = Submission(community, created, topic, aside);
        yield return root;
        var said = new List<Post> { root };
        var share = chance.Share();
        var replies = (int)(MostReplies * share * share);
        for (var i = 0; i < replies; i++)
        {
            var reply = Reply(said[chance.Happens(0.5) ? 0 : chance.Below(said.Count)], topic, aside, said.Count);
            if (reply.Created >= Calendar.Seconds(Calendar.Until) || Calendar.IsSilent(Calendar.DayOf(reply.Created)))
                continue;
            said.Add(reply);
            yield return reply;
        }
    }

    private Post Submission(Community community, long created, Topic topic, bool aside)
    {
        var day = Calendar.DayOf(created);
        var foreign = chance.Happens(0.012);
        var stance = aside ? "aside" : _voices.Stance(community, day);
        var news = stance == "neutral" && day >= Calendar.Step && chance.Happens(day < Calendar.Step.AddDays(45) ? 0.6 : 0.12);
        var title = foreign ? FirstSentence(_grammar.Text("foreign", topic, chance))
            : _grammar.Text(news ? "title.event" : "title." + stance, topic, chance);
        var text = foreign ? _grammar.Text("foreign", topic, chance) : _grammar.Text(stance + ".body", topic, chance);
        if (!foreign && !aside && chance.Happens(0.35))
            text += "\n\n" + _grammar.Text(stance + ".body", topic, chance);
        var id = NextId("samps", ++_submissions);
        var author = Author(community);
        return new Post(id, id, null, community, created, author, title, Voices.Styled(text, author));
    }

    private Post Reply(Post parent, Topic topic, bool aside, int said)
    {
        var share = chance.Share();
        var created = parent.Created + 40 + (long)(200_000 * share * share * share);
        var byBot = said == 1 && chance.Happens(0.05);
        var author = byBot ? Voices.Bot(parent.Community.Number) : Author(parent.Community);
        var section = byBot ? "bot"
            : chance.Happens(0.008) ? "foreign"
            : aside || chance.Happens(0.05) ? "aside.reply"
            : chance.Happens(0.07) ? "short"
            : _voices.Stance(parent.Community, Calendar.DayOf(created)) + ".reply";
        var text = Spoken(section, topic);
        if (section.EndsWith(".reply", StringComparison.Ordinal) && chance.Happens(0.04))
            text = $"> {FirstSentence(parent.Text)}\n\n{text}";
        var answers = parent.IsSubmission ? null : parent.Id;
        var id = NextId("sampc", ++_comments);
        return new Post(id, parent.Thread, answers, parent.Community, created, author, null, byBot ? text : Voices.Styled(text, author));
    }

    /// <summary>A reply, now and then with something before and after the matter.</summary>
    private string Spoken(string section, Topic topic)
    {
        var text = _grammar.Text(section, topic, chance);
        if (!section.EndsWith(".reply", StringComparison.Ordinal))
            return text;
        if (chance.Happens(0.2))
            text = $"{_grammar.Text("lead", topic, chance)} {text}";
        return chance.Happens(0.2) ? $"{text} {_grammar.Text("tail", topic, chance)}" : text;
    }

    /// <summary>Few write much: the square of an even share. Some write in a second community.</summary>
    private string Author(Community community)
    {
        var home = chance.Happens(0.12) ? chance.Below(Community.All.Count) : community.Number;
        var share = chance.Share();
        return string.Create(null, $"sample_{home * Authors + (int)(Authors * share * share):D4}");
    }

    private static string NextId(string prefix, int number)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        return prefix + string.Create(5, number, (id, rest) =>
        {
            for (var i = id.Length - 1; i >= 0; i--, rest /= 36)
                id[i] = Digits[rest % 36];
        });
    }

    private static string FirstSentence(string text) =>
        text.IndexOfAny(['.', '!', '?', '\n']) is var end and >= 0 ? text[..(end + 1)].Trim() : text;

    // Abbreviations keep their capitals.
    private static string Lowered(string condition) =>
        condition.Length > 1 && char.IsUpper(condition[1]) ? condition : char.ToLowerInvariant(condition[0]) + condition[1..];
}
