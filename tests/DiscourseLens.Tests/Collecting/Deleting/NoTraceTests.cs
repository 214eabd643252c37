using System.Globalization;
using CsCheck;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting.Deleting;

/// <summary>Deleting means gone: after any sequence of imports, purges, backups and restores no byte of a purged text is left.</summary>
public sealed class NoTraceTests
{
    private enum Kind { Import, ImportAllAgain, MarkDeletedLater, ShowGone, ForgetItem, ForgetAuthor, Retain, BackUp, Restore }

    private static readonly Gen<(Kind Kind, int Pick, int Count)[]> s_plans = Gen.Select(
        Gen.Frequency(
            (4, Gen.Const(Kind.Import)), (1, Gen.Const(Kind.ImportAllAgain)), (2, Gen.Const(Kind.MarkDeletedLater)), (2, Gen.Const(Kind.ShowGone)),
            (2, Gen.Const(Kind.ForgetItem)), (1, Gen.Const(Kind.ForgetAuthor)), (1, Gen.Const(Kind.Retain)), (2, Gen.Const(Kind.BackUp)), (1, Gen.Const(Kind.Restore))),
        Gen.Int[0, 10_000], Gen.Int[1, 25]).Array[3, 14];

    [Fact]
    public void PurgedTexts_AreFoundNowhere_WhateverWasDone() => s_plans.Sample(
        plan =>
        {
            using var study = new DeletingStudy();
            var model = new Model(study);
            foreach (var (kind, pick, count) in plan)
            {
                model.Do(kind, pick, count);
                model.Check();
            }
        },
        iter: 30, threads: 1, print: plan => string.Join(", ", plan.Select(step => $"{step.Kind} {step.Pick} {step.Count}")));

    private sealed record Post(int Number, int Author, int Day)
    {
        public string Id => $"c{Number}";

        public string Marker => $"zq{Number}marker";

        public string Text => string.Join(' ', Enumerable.Repeat($"Ketamine infusions helped my depression, {Marker}.", 1 + (Number * 37 % 60)));

        public string Line(string? text = null, int later = 0, string? meta = null) => Comment(Id, text ?? Text,
            ("author", Quote($"Writer{Author}")), ("link_id", "\"t3_c0\""), ("parent_id", Number % 3 == 0 ? "\"t3_c0\"" : $"\"t1_c{Number / 2}\""),
            ("created_utc", $"{Noon + (Day * 86_400L)}"), ("retrieved_on", $"{Noon + (Day * 86_400L) + 60 + later}"), ("_meta", meta));
    }

    private sealed class Model(DeletingStudy study)
    {
        private readonly List<Post> _posts = [];
        private readonly HashSet<Post> _gone = [];
        private readonly HashSet<int> _forgotten = [];
        private readonly HashSet<Post> _expired = [];
        private readonly List<(string Path, HashSet<Post> Posts, HashSet<Post> Known)> _backups = [];
        private HashSet<Post> _stored = [], _known = [];
        private int _later = 100;

        public void Do(Kind kind, int pick, int count)
        {
            var post = _posts.Count == 0 ? null : _posts[pick % _posts.Count];
            switch (kind)
            {
                case Kind.Import:
                    var fresh = Enumerable.Range(_posts.Count + 1, count).Select(number => new Post(number, number * pick % 7, number * pick % 40)).ToList();
                    _posts.AddRange(fresh);
                    Import(fresh);
                    break;
                case Kind.ImportAllAgain when post is not null:
                    Import(_posts);
                    break;
                case Kind.MarkDeletedLater when post is not null:
                    study.Import(post.Line(later: _later++, meta: "{\"was_deleted_later\":true}"));
                    Lose([post]);
                    break;
                case Kind.ShowGone when post is not null:
                    study.Import(post.Line(pick % 2 == 0 ? "[deleted]" : "[removed]", later: _later++));
                    Lose([post]);
                    break;
                case Kind.ForgetItem when post is not null:
                    study.Forgetting.Forget(study.Forgetting.Item($"reddit/t1_{post.Id}"));
                    Lose([post]);
                    break;
                case Kind.ForgetAuthor when post is not null:
                    study.Forgetting.Forget(study.Forgetting.Author(study.Key, "reddit", $"Writer{post.Author}"));
                    _forgotten.Add(post.Author);
                    Lose([.. _posts.Where(other => other.Author == post.Author)]);
                    break;
                case Kind.Retain:
                    study.ScoreAndRollUp();
                    var day = pick % 40;
                    var age = study.Time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(Noon + (day * 86_400L) - 3600);
                    new DiscourseLens.Collecting.Deleting.Retention(study.Database, study.Time).Run((int)Math.Ceiling(age.TotalDays), TestContext.Current.CancellationToken);
                    _expired.UnionWith(_stored.Where(other => other.Day < day));
                    Lose([]);
                    break;
                case Kind.BackUp:
                    _backups.Add((study.Backup(), [.. _stored], [.. _known]));
                    break;
                case Kind.Restore when _backups.Count > 0:
                    var (path, posts, known) = _backups[pick % _backups.Count];
                    study.Restore(path);
                    // A store that never held a post cannot know that its text expired: its archive may bring it until the next retention.
                    _expired.IntersectWith(known);
                    (_stored, _known) = ([.. posts], [.. known]);
                    Lose([]);
                    break;
            }
        }

        public void Check()
        {
            study.ScoreAndRollUp();
            Assert.True(study.Clear().IsDone);
            study.HoldsNothingOf([.. _gone.Union(_expired).Select(post => post.Marker + ".")]);
            Assert.Equal(_stored.Select(post => post.Text).Order(StringComparer.Ordinal), study.Rows("select text from item_text").Order(StringComparer.Ordinal));
            var (kept, fromScratch) = study.Series();
            Assert.Equal(fromScratch, kept);
            Assert.Equal("0", study.Row("select count(*) from purge_receipt where cleared_ms is null"));
            foreach (var author in _posts.Select(post => post.Author).Distinct().Where(author => !_forgotten.Contains(author)))
            {
                var key = study.Key.KeyOf("reddit", string.Create(CultureInfo.InvariantCulture, $"Writer{author}"));
                var isNamed = study.Row($"select count(*) from author where key = x'{Convert.ToHexString(key)}'") == "1";
                if (!isNamed && _backups.Count == 0)
                    Assert.Equal(0, study.CountOf([key]));
            }
        }

        private void Import(IReadOnlyList<Post> posts)
        {
            study.Import(posts.Select(post => post.Line()));
            var dropped = posts.Where(post => _forgotten.Contains(post.Author)).ToList();
            _stored.UnionWith(posts);
            _known.UnionWith(posts);
            Lose(dropped);
        }

        private void Lose(IReadOnlyList<Post> posts)
        {
            _gone.UnionWith(posts);
            _stored.ExceptWith(_gone);
            _stored.ExceptWith(_expired);
        }
    }
}
