// Generated from docs/openapi.yaml by `npm run api`. Do not edit.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whether the store answers. 503 while it does not; /healthz says only that the process lives. */
        get: operations["readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Counts in the text form of Prometheus; 404 outside of the networks that the setting metrics.networks names. */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["currentSession"];
        put?: never;
        post: operations["signIn"];
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The code of the authenticator, or a recovery code, for the sign-in that awaits one. The cookie of before is worth nothing after. */
        post: operations["passSecondStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description By what people can sign in here. */
        get: operations["listSignInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/openid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description What the browser brought back from the provider to /sign-in/openid, within ten minutes, once. */
        put: operations["finishOpenid"];
        /** @description Begins a sign-in at the province's provider; sets a cookie without which it cannot be finished. 404 where none is set up. */
        post: operations["beginOpenid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Also for who must change it. Every other session of the account ends. */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSecondStep"];
        /** @description Turns it on. The recovery codes are shown once. */
        put: operations["confirmSecondStep"];
        /** @description What to tell an authenticator; shown once, and without effect until a code confirms it. */
        post: operations["beginSecondStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-step/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes the password and a code. */
        post: operations["removeSecondStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Sessions of the own account that last, newest first. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** @description Ends every session of the account but the one that asks. */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Tokens of the own account, newest first, also those that hold no more. */
        get: operations["listTokens"];
        put?: never;
        /** @description A token for a program that acts for the account; its text is shown once. */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who acts for whom, as far as it is from or to the account or the account may end it; newest first. */
        get: operations["listDelegations"];
        put?: never;
        /** @description Lets another account of the province act for this one from one day to another, both included; a head or committee may also for the head of a unit below. Nobody may while acting for another. */
        post: operations["addDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/delegations/{delegation}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegation: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Ends it before its last day, or before it begins. The row stays and says who ended it. */
        delete: operations["endDelegation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRounds"];
        put?: never;
        /** @description Plans a round: pinned to a set that the program ships, or to that of the round it is copied from; with the units that are there on its last day. Copied are deadlines (moved by whole years), who answers what, documents to issue; never answers. With `dry_run` nothing is kept. */
        post: operations["planRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicator-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The indicator sets a new round may be pinned to, and why the asker may not plan one. */
        get: operations["listIndicatorSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description Documents to issue in the round, and the round it was copied from. */
        get: operations["getRoundPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Adds a document to issue. */
        post: operations["addTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                task: string;
            };
            cookie?: never;
        };
        get?: never;
        /** @description Changes a document to issue; done wants the number and date of what was issued, dropped a reason. */
        put: operations["changeTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description Who of the unit answers which criterion, and who may be named. */
        get: operations["getAssignments"];
        /** @description Puts these in the place of all there were. The head of the unit may. */
        put: operations["assignCriteria"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/past-sets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description The indicator sets that the round was pinned to before the present one, oldest first. */
        get: operations["listPastSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description The units of the round that the signed-in account may see, in the order of the unit list or by points, units without points last either way: for clerks, heads and people's committees their own and all below it, for inspectors, reviewers and auditors all. */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        get: operations["getAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/criteria/{criterion}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
                criterion: components["parameters"]["criterion"];
            };
            cookie?: never;
        };
        /** @description how a leaf, a group or, with `total` for the criterion, the whole set came to its points */
        get: operations["explainCriterion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What waits for whoever asks, in all open rounds, soonest deadline first; what is past its deadline too. */
        get: operations["listWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/work": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description Where the round stands, its deadlines, and where each file stands that the asker may see. */
        get: operations["getRoundWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/work/acts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Does an act of the round itself. A refusal names the first rule that blocks; the whole list stands in `acts` of the round's work. publish and correct freeze what the round came to: `publication` of the answer is what was, or with dry_run would be, published. */
        post: operations["doRoundAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/package": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description The round as it was submitted, as one signed file that another Liêm takes in; the log tells of it. Of a round that is not submitted there is none (409), nor where the server has no key for packages (503). */
        get: operations["getPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the asker may see of a round that holds the words, with or without tone marks and in any case: units, criteria, rows of the annexes, reports, and documents of his own. By kind; with the marks as typed first. */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was published of this province's rounds, newest first. For everybody, signed in or not. */
        get: operations["listPublications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{round}/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                /** @description counted from 1 */
                number: components["parameters"]["publication"];
            };
            cookie?: never;
        };
        /** @description The document as it was frozen, byte for byte: canonical JSON, whose SHA-256 is the ETag and stands in the log. Nothing changes it later; a correction is a publication of its own. */
        get: operations["getPublication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{round}/{number}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                /** @description counted from 1 */
                number: components["parameters"]["publication"];
            };
            cookie?: never;
        };
        /** @description What it says otherwise than the publication before it, read off the two documents. */
        get: operations["getPublicationChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                step: components["parameters"]["step"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description Sets the last day of a step, for all units, or with `unit` for that one alone. Inspectors may; for one unit with a reason. */
        put: operations["setDeadline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/work": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description Where the unit's file and each of its criteria stand, the four scores, what was done, and what the asker may do next or why not. */
        get: operations["getUnitWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/work/acts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Does an act of the file, or with `criteria` of each of them. Without `points` an act that sets points takes those that stand (what is not in dispute, in bulk). All or nothing, unless `each`: then every criterion that may be is done and the answer tells of every one. */
        post: operations["doUnitAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/answers/{criterion}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
                criterion: components["parameters"]["criterion"];
            };
            cookie?: never;
        };
        /** @description The answers a criterion's rule reads; for people of the unit as they are being written, for others as they were handed in. */
        get: operations["getAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Changes the answers named and the self-score, checks them by the set's rules and keeps them. What is not named stays. Refused whole where one answer does not hold. */
        patch: operations["saveAnswers"];
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/evidence/{position}/verdicts/{criterion}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
                /** @description place in the annex counted from 1 */
                position: components["parameters"]["position"];
                criterion: components["parameters"]["criterion"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description What a document of the annex is worth for a criterion. Refused and partly want a reason. */
        put: operations["judgeEvidence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description The unit's answers as a workbook that is filled in away from the network: cells locked but for answers, lists, checks, a hidden stamp of what stood in each cell, signed where the server has a key. The same answers give the same bytes. */
        get: operations["getSheet"];
        put?: never;
        /** @description The workbook back. Each cell that differs is told: changed, in conflict with what the server has by now, or refused and why. What changed is written as saveAnswers writes it; where a cell conflicts or is refused nothing is (409 `assessment.sheet_not_taken`), unless `cells` names those to write. With dry_run all of it is told and nothing written. */
        post: operations["takeSheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description The text of a document of one's own becomes the report of the unit, which its people may do until the file is handed in. */
        put: operations["setReport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description Figures of the unit's report that may answer its criteria, in the order of the text, each with its sentence and how sure that is. None where it has no report. */
        get: operations["listProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A document of one's own becomes a row of the unit's annex, for the criteria named. What is not said of it is taken from the document itself. */
        post: operations["attachEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description What was handed in, first to last, each with what it changed of the one before. */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description Whom a comment or a reason about the unit's file may mention as @account: accounts in use that may see the unit, by name; oneself left out. */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/notice-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the account gets by e-mail, and where; whether this installation sends any. */
        get: operations["getNoticeSettings"];
        /** @description Holds for what is told from now on. An e-mail says what was done and where to look, never what was said. */
        put: operations["setNoticeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the signed-in account was told of the rounds' work, newest first: acts that concern it, texts that mention it, deadlines that are near. Also of whoever acts for another: his own. */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{notice}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice: string;
            };
            cookie?: never;
        };
        get?: never;
        /** @description Marks one of the account's own notices as read, or as unread again. */
        put: operations["markNotice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Marks every notice of the account as read that came no later than the one named; what came since stays unread. */
        post: operations["markNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Published results of the provinces, and the rounds of the province - for whoever sees but a part of it, of their own unit - oldest first. Each point says on which set it stands; where `broken`, no line is drawn from the point before. */
        get: operations["getTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description Where points were lost, against the unit's peers (units of its kind in the round) and its own last year, and the least changes that win some. Of peers only median and best; for whoever does not see them all only from 3 peers on. */
        get: operations["getAdvice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The points if these answers were given in place of the stored ones. Stores nothing. */
        post: operations["whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/units/{unit}/best-steps": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Of the actions given, those that win most points within the budget. Stores nothing. */
        post: operations["bestSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/ranks": {
        parameters: {
            query?: {
                /** @description how far assumed points may move, in percent of themselves */
                bounds?: number;
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description Ranks of the units that answered, kind by kind, and how they could move if the assumed points moved within bounds while every group keeps its sum. For those who see every unit. */
        get: operations["listRanks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report: components["parameters"]["report"];
            };
            cookie?: never;
        };
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report}/findings/{finding}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report: components["parameters"]["report"];
                finding: components["parameters"]["finding"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description Says why a finding stands as it is; clerks for their own unit and inspectors may. The newest reason counts; earlier ones are kept. */
        put: operations["acceptReportFinding"];
        post?: never;
        /** @description Takes an acceptance back; that it stood is kept. */
        delete: operations["withdrawReportAcceptance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report}/evidence/{position}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report: components["parameters"]["report"];
                /** @description place in the annex counted from 1 */
                position: components["parameters"]["position"];
            };
            cookie?: never;
        };
        /** @description The file as it was handed in, as an attachment; a Range is answered with 206. */
        get: operations["getEvidenceFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report}/evidence/{position}/pages/{page}": {
        parameters: {
            query?: {
                /** @description of the picture in pixels */
                width?: components["parameters"]["width"];
            };
            header?: never;
            path: {
                report: components["parameters"]["report"];
                /** @description place in the annex counted from 1 */
                position: components["parameters"]["position"];
                /** @description counted from 1 */
                page: components["parameters"]["page"];
            };
            cookie?: never;
        };
        /** @description A page of a PDF or picture; 404 beyond the last page and for files of other kinds. */
        get: operations["getEvidencePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDocuments"];
        put?: never;
        /** @description Keeps a file of any kind that can be read, up to 64 MiB, and reads it in the background. It belongs to the account; to everybody else it does not exist. Auditors write nothing and administrators see no content: 403. */
        post: operations["addDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description drawn by its sender */
                upload: components["parameters"]["upload"];
            };
            cookie?: never;
        };
        /** @description How many bytes of it have come; 0 where nothing has. Of another account the same name is another upload. */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        /** @description Forgets what came of it; also where nothing did. */
        delete: operations["forgetUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{upload}/bytes/{offset}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description drawn by its sender */
                upload: components["parameters"]["upload"];
                /** @description bytes that came before; the first part has 0 */
                offset: number;
            };
            cookie?: never;
        };
        get?: never;
        /** @description The next bytes of a file sent in parts. What came stays for a day, also where the line drops within a part: ask how far it is and go on from there. 409 `assessment.upload_moved` where another number of bytes is there, `assessment.upload_busy` while another part is coming; 4 unfinished uploads an account. */
        put: operations["addUploadPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{upload}/document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description drawn by its sender */
                upload: components["parameters"]["upload"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Keeps what came as a document, as addDocument does; 409 where it is not what its sender says. */
        post: operations["finishUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /** @description Forgets the file, its text and what was read; also while it is being read. Acceptances stay with the unit. */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        /** @description Server-sent events: `state` with a Document as its data, at once and at each change; a comment line every 15 s. Ends after done or failed, after the document is deleted (event `gone`, data {}), after 30 minutes and when the server stops. 8 at a time per account (429). */
        get: operations["watchDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document}/report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        /** @description What was read out of the document; 409 until its state is done. */
        get: operations["getDocumentReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        /** @description The file as it was sent, as an attachment; a Range is answered with 206. */
        get: operations["getDocumentFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document}/pages/{page}": {
        parameters: {
            query?: {
                /** @description of the picture in pixels */
                width?: components["parameters"]["width"];
            };
            header?: never;
            path: {
                document: components["parameters"]["document"];
                /** @description counted from 1 */
                page: components["parameters"]["page"];
            };
            cookie?: never;
        };
        /** @description A page named in the report's extraction, also before the document is read; 404 where there is none. */
        get: operations["getDocumentPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document}/pages/{page}/boxes": {
        parameters: {
            query: {
                /** @description a byte range of the report's text, `begin,end` */
                bytes: string;
            };
            header?: never;
            path: {
                document: components["parameters"]["document"];
                /** @description counted from 1 */
                page: components["parameters"]["page"];
            };
            cookie?: never;
        };
        /** @description Where the part of the byte range that stands on this page is seen: words of a text layer, whole lines of a recognised page. Empty where nothing of it stands here. 409 until the document is done. */
        get: operations["findDocumentBoxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document}/findings/{finding}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
                finding: components["parameters"]["finding"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description As for reports. Kept for the unit and the finding, so a later hand-in of the same text carries it too. */
        put: operations["acceptDocumentFinding"];
        post?: never;
        delete: operations["withdrawDocumentAcceptance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reads a text without keeping it. */
        post: operations["readText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The units of a day as recorded events make them, with every event ever recorded and the data items that have yearly values. Of the newest history taken in; 404 where there is none. */
        get: operations["listUnitsOfDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A data item of one unit over the years, consolidated under the tree of a chosen day. Ask once with the day before a change and once with the day of it to see both. */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who did what, newest first: for inspectors and auditors all of the province; for a head of unit the own unit's part or, by `unit`, that of one below it. Nothing in the log is ever changed or removed, so `next` stays good. */
        get: operations["listLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whether the log's chain holds. The server goes over it a stretch at a time and again from its start each hour and after each checkpoint: ask again while `verified_to` is behind `entries`. Signatures are checked by `liem ledger verify`. */
        get: operations["getLogState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/rounds/{round}/units": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description The list of units, whole. Every list has its export below /api/v1/exports, with the list's own address and query; those of signed-in people stand in the log. */
        get: operations["exportUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/rounds/{round}/units/{unit}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description A unit's points, criterion by criterion. */
        get: operations["exportCriteria"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/rounds/{round}/units/{unit}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        /** @description Who answers what in a unit. */
        get: operations["exportAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/rounds/{round}/ranks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description Units ranked beside one another. */
        get: operations["exportRanks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/rounds/{round}/work": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description The files of the units and where each stands. */
        get: operations["exportFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/rounds/{round}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        /** @description The documents to issue. */
        get: operations["exportTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What waits for whoever asks. */
        get: operations["exportWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The documents one sent. */
        get: operations["exportDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Points over the years. */
        get: operations["exportTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A data item over the years. */
        get: operations["exportSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The log, newest first, in the order it was written; written out as it is read, however long. */
        get: operations["exportLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/publications/{round}/{number}/criteria": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                /** @description counted from 1 */
                number: components["parameters"]["publication"];
            };
            cookie?: never;
        };
        /** @description What was published, criterion by criterion; for everybody. */
        get: operations["exportPublishedCriteria"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/publications/{round}/{number}/units": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                /** @description counted from 1 */
                number: components["parameters"]["publication"];
            };
            cookie?: never;
        };
        /** @description What was published of units; for everybody. */
        get: operations["exportPublishedUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Decimal: string;
        Date: string;
        /** @description half-open byte range in the source */
        Bytes: [
            number,
            number
        ];
        Words: {
            vi: string;
            en: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            message: components["schemas"]["Words"];
            /** @description of a refused field: a JSON pointer into the body, or the name of a parameter behind the slash */
            path?: string;
            /** @description of 412: what stands now, null where nothing does */
            current?: unknown;
            /** @description of 412: what was sent */
            given?: unknown;
        };
        /** @enum {unknown} */
        Step: "self_assessment" | "appraisal" | "objection" | "approval" | "submission" | "review" | "publication";
        /** @enum {unknown} */
        RoundState: "planned" | "open" | "approved" | "submitted" | "reviewed" | "published";
        /** @enum {unknown} */
        FileState: "drafting" | "handed_in" | "appraised";
        /** @enum {unknown} */
        WorkState: "drafting" | "handed_in" | "returned" | "appraised" | "objected" | "ruled" | "reviewed";
        Person: {
            account: string;
            name: string;
            /** @description for whom it was done */
            on_behalf_of: {
                account: string;
                name: string;
            } | null;
        };
        Obstacle: {
            code: string;
            message: components["schemas"]["Words"];
        };
        RoundWanted: {
            id: string;
            title: components["schemas"]["Words"];
            year: number;
            /**
             * Format: date
             * @description absent
             */
            from?: string | null;
            /**
             * Format: date
             * @description absent
             */
            to?: string | null;
            /** @description id of a shipped set; absent */
            set?: string | null;
            /** @description a round */
            copy_from?: string | null;
            /** @description by step; over what is copied */
            deadlines?: {
                [key: string]: string;
            } | null;
        };
        RoundPlanned: {
            round: components["schemas"]["Round"];
            copied_from: string | null;
            /** @description how many are asked */
            units: number;
            /** @description of the round copied from, or the newest: there no more */
            left_out: components["schemas"]["UnitReference"][];
            /** @description ids of those that round did not have */
            new_units: string[];
            deadlines: {
                step: components["schemas"]["Step"];
                due: components["schemas"]["Date"];
            }[];
            /** @description copied */
            assignments: number;
            /** @description whose criterion or person is there no more */
            assignments_dropped: number;
            tasks: components["schemas"]["RoundTask"][];
        };
        ShippedSets: {
            sets: components["schemas"]["SetReference"][];
            why_not: components["schemas"]["Obstacle"][];
        };
        /** @enum {unknown} */
        TaskState: "open" | "done" | "dropped";
        TaskWanted: {
            title: string;
            /** Format: date */
            due?: string | null;
            /** @description that sees to it */
            unit?: string | null;
            state?: components["schemas"]["TaskState"];
            /** @description number and date of what was issued */
            document?: string | null;
            /** @description why it was dropped */
            reason?: string | null;
        };
        RoundTask: {
            id: string;
            title: string;
            due: components["schemas"]["Date"] | null;
            /** @description empty where it was not said */
            unit: string;
            state: components["schemas"]["TaskState"];
            document: string;
            reason: string;
        };
        RoundPlan: {
            round: string;
            copied_from: string | null;
            tasks: components["schemas"]["RoundTask"][];
            /** @description of the round */
            units: components["schemas"]["UnitReference"][];
            /** @description why the asker may not change the documents to issue */
            why_not: components["schemas"]["Obstacle"][];
        };
        Assignment: {
            criterion: string;
            account: string;
        };
        AssignmentsWanted: {
            assignments: components["schemas"]["Assignment"][];
        };
        Assignments: {
            /** @description who may be named */
            people: {
                account: string;
                name: string;
            }[];
            assignments: components["schemas"]["Assignment"][];
            why_not: components["schemas"]["Obstacle"][];
        };
        /** @description an act that is the asker's by role; it may be done where nothing stands in `why_not` */
        PossibleAct: {
            act: string;
            /** @description it has a call of its own */
            apart: boolean;
            /** @description it freezes what the round came to */
            publishes: boolean;
            title: components["schemas"]["Words"];
            needs: ("reason" | "points" | "reason_if_differs")[];
            due: components["schemas"]["Date"] | null;
            why_not: components["schemas"]["Obstacle"][];
        };
        WorkAct: {
            act: string;
            /** @description it froze what the round came to */
            publishes: boolean;
            title: components["schemas"]["Words"];
            /** @description the state it left; null where it stayed */
            state: string | null;
            by: components["schemas"]["Person"];
            /** Format: date-time */
            at: string;
            reason: string;
            points: components["schemas"]["Decimal"] | null;
            /** @description of the file, where it was handed in; of the publication, where results were published */
            version: number | null;
        };
        StepDue: {
            step: components["schemas"]["Step"];
            title: components["schemas"]["Words"];
            due: components["schemas"]["Date"] | null;
            /** @description put off for this unit alone */
            own: boolean;
        };
        Deadline: {
            due: components["schemas"]["Date"];
            unit?: string;
            reason?: string;
        };
        Waiting: {
            round: string;
            round_title: components["schemas"]["Words"];
            /** @description null where it is the round itself */
            unit: components["schemas"]["UnitReference"] | null;
            /** @description codes in the order of the set; empty where it is the whole file or the round */
            criteria: string[];
            /** @description what is to be done */
            act: string;
            title: components["schemas"]["Words"];
            step: components["schemas"]["Step"] | null;
            due: components["schemas"]["Date"] | null;
            since: string | null;
            /** @description what brought it here: who returned it, and why */
            last: components["schemas"]["WorkAct"] | null;
        };
        RoundWork: {
            round: string;
            title: components["schemas"]["Words"];
            state: components["schemas"]["RoundState"];
            steps: components["schemas"]["StepDue"][];
            acts: components["schemas"]["PossibleAct"][];
            history: components["schemas"]["WorkAct"][];
            files: components["schemas"]["FileStanding"][];
            /**
             * @description whether the asker may download the round as a package; no_key: he may, but the server has no key for packages
             * @enum {unknown}
             */
            package: "none" | "no_key" | "ready";
            /** @description the package that the round came in */
            received: components["schemas"]["ReceivedPackage"] | null;
            /** @description in the answer to an act that publishes */
            publication?: components["schemas"]["Published"];
        };
        /** @enum {unknown} */
        HitKind: "unit" | "criterion" | "evidence" | "report" | "document";
        Hit: {
            kind: components["schemas"]["HitKind"];
            /** @description among its kind */
            id: string;
            /** @description every mark is as it was typed */
            exact: boolean;
            unit: components["schemas"]["UnitReference"] | null;
            /** @description of evidence the first it stands for */
            criterion: string | null;
            report: string | null;
            /** @description where in the report */
            bytes: components["schemas"]["Bytes"] | null;
            /** @description the text in pieces */
            pieces: {
                text: string;
                match: boolean;
            }[];
        };
        SearchAnswer: {
            round: string | null;
            counts: {
                unit: number;
                criterion: number;
                evidence: number;
                report: number;
                document: number;
            };
            hits: components["schemas"]["Hit"][];
        };
        ReceivedPackage: {
            /** @description which submission it is */
            number: number;
            /** @description of its manifest */
            sha256: string;
            /** @description the public key that signed it */
            key: string;
            submitted_by: string;
            /** Format: date-time */
            submitted_at: string;
            /** Format: date-time */
            received_at: string;
        };
        Published: {
            number: number;
            sha256: string;
            document: components["schemas"]["PublishedDocument"];
            /** @description of the publication before */
            changes: components["schemas"]["PublicationChange"][];
        };
        /** @enum {unknown} */
        PublicationAct: "publish" | "correct";
        Publisher: {
            name: string;
            role: components["schemas"]["Role"];
            unit: components["schemas"]["UnitReference"];
            /** @description whose office it was, where it was another's */
            on_behalf_of: string | null;
        };
        PublicationSummary: {
            round: string;
            round_title: components["schemas"]["Words"];
            year: number;
            number: number;
            act: components["schemas"]["PublicationAct"];
            /** Format: date-time */
            published_at: string;
            published_by: components["schemas"]["Publisher"];
            /** @description of a correction */
            reason: string | null;
            sha256: string;
        };
        PublicationChanges: {
            number: number;
            /** @description null where it is the first */
            before: number | null;
            changes: components["schemas"]["PublicationChange"][];
        };
        PublicationChange: {
            /** @enum {unknown} */
            of: "set" | "criterion" | "unit";
            /** @description code of the criterion or id of the unit; null: of the whole set */
            id: string | null;
            title: components["schemas"]["Words"];
            /** @description of a unit: the part of the set it is about; null: all of it */
            part: string | null;
            /** @enum {unknown} */
            field: "id" | "version" | "sha256" | "maximum" | "self" | "appraised" | "submitted" | "reviewed" | "reason" | "state" | "handed_in" | "rank";
            before: string | null;
            after: string | null;
        };
        /** @enum {unknown} */
        ScoreName: "self" | "appraised" | "submitted" | "reviewed";
        PublishedDocument: {
            /** @constant */
            form: "liem.publication/1";
            number: number;
            act: components["schemas"]["PublicationAct"];
            /** Format: date-time */
            published_at: string;
            published_by: components["schemas"]["Publisher"];
            reason: string | null;
            province: components["schemas"]["UnitReference"];
            round: {
                id: string;
                title: components["schemas"]["Words"];
                year: number;
                from: components["schemas"]["Date"];
                to: components["schemas"]["Date"];
            };
            set: components["schemas"]["SetReference"];
            /** @description of the province's own file: the whole set, then each group before what is in it */
            criteria: components["schemas"]["PublishedCriterion"][];
            units: components["schemas"]["PublishedUnit"][];
            /** @description those shown of units */
            unit_scores: components["schemas"]["ScoreName"][];
            /** @description null: units are not ranked */
            ranked_by: components["schemas"]["ScoreName"] | null;
        };
        PublishedCriterion: {
            /** @description null: the whole set */
            code: string | null;
            /** @description the group it stands in */
            above: string | null;
            title: components["schemas"]["Words"];
            leaf: boolean;
            state: components["schemas"]["CriterionState"];
            maximum: components["schemas"]["Decimal"];
            /** @description what the province gives itself, or where it says nothing what its answers reach */
            self: components["schemas"]["Decimal"] | null;
            appraised: components["schemas"]["Decimal"] | null;
            submitted: components["schemas"]["Decimal"] | null;
            reviewed: components["schemas"]["Decimal"] | null;
            /** @description of the reviewed points */
            reason: string | null;
        };
        PublishedUnit: {
            id: string;
            name: components["schemas"]["Words"];
            /** @enum {unknown} */
            kind: "province" | "department" | "commune" | "ward" | "enterprise";
            above: string | null;
            handed_in: boolean;
            /** @description among units of its kind; those alike share one */
            rank: number | null;
            /** @description the whole set, then the groups at its top */
            parts: components["schemas"]["PublishedPart"][];
        };
        /** @description with the scores that unit_scores of the document names */
        PublishedPart: {
            code: string | null;
            maximum: components["schemas"]["Decimal"];
            self?: components["schemas"]["Decimal"] | null;
            appraised?: components["schemas"]["Decimal"] | null;
            submitted?: components["schemas"]["Decimal"] | null;
            reviewed?: components["schemas"]["Decimal"] | null;
        };
        FileStanding: {
            unit: components["schemas"]["UnitReference"];
            state: components["schemas"]["FileState"];
            version: number | null;
            handed_in: string | null;
            /** @description how many criteria stand where, those there are */
            counts: {
                state: components["schemas"]["WorkState"];
                count: number;
            }[];
        };
        LayerScore: {
            points: components["schemas"]["Decimal"];
            by: components["schemas"]["Person"];
            /** Format: date-time */
            at: string;
            reason: string;
        };
        CriterionWork: {
            code: string;
            title: components["schemas"]["Words"];
            /** @description the most it can give */
            points: components["schemas"]["Decimal"];
            state: components["schemas"]["WorkState"];
            /** @description what the unit gives itself */
            self: components["schemas"]["Decimal"] | null;
            /** @description what the answers reach by the rule; null where not all are given */
            computed: components["schemas"]["Decimal"] | null;
            appraised: components["schemas"]["LayerScore"] | null;
            submitted: components["schemas"]["LayerScore"] | null;
            reviewed: components["schemas"]["LayerScore"] | null;
            /** @description accounts of the unit that see to it */
            assigned: string[];
            acts: components["schemas"]["PossibleAct"][];
            /** @description first to last */
            history: components["schemas"]["WorkAct"][];
            verdicts: components["schemas"]["Verdict"][];
        };
        UnitWork: {
            round: string;
            unit: components["schemas"]["UnitReference"];
            state: components["schemas"]["FileState"];
            /** @description last handed in */
            version: number | null;
            steps: components["schemas"]["StepDue"][];
            acts: components["schemas"]["PossibleAct"][];
            history: components["schemas"]["WorkAct"][];
            reached: components["schemas"]["Decimal"];
            reachable: components["schemas"]["Decimal"];
            maximum: components["schemas"]["Decimal"];
            /** @description the leaves in the order of the set */
            criteria: components["schemas"]["CriterionWork"][];
        };
        ActWanted: {
            act: string;
            criteria?: string[];
            reason?: string;
            points?: components["schemas"]["Decimal"];
            /** @description do those that may be done */
            each?: boolean;
        };
        ActDone: {
            rows: {
                /** @description null for the file itself */
                criterion: string | null;
                /** @description as it stands now */
                state: string;
                /** @description empty where it was done */
                why_not: components["schemas"]["Obstacle"][];
            }[];
        };
        AnswersChange: {
            items?: {
                id: string;
                /** @enum {unknown} */
                state: "given" | "blank" | "not_applicable" | "not_available";
                /** @description a decimal */
                value?: string | null;
                /** @description why it is not applicable */
                ground?: string | null;
                note?: string | null;
                /** @description the place in the unit's report it was taken from */
                quote?: components["schemas"]["Bytes"] | null;
            }[];
            self?: components["schemas"]["Decimal"] | null;
        };
        CriterionAnswers: {
            criterion: string;
            title: components["schemas"]["Words"];
            points: components["schemas"]["Decimal"];
            state: components["schemas"]["WorkState"];
            self: components["schemas"]["Decimal"] | null;
            computed: components["schemas"]["Decimal"] | null;
            items: components["schemas"]["AnswerItem"][];
            /** @description why the asker may not change them; empty where he may */
            why_not: components["schemas"]["Obstacle"][];
        };
        AnswerItem: {
            id: string;
            label: components["schemas"]["Words"];
            unit: components["schemas"]["Words"];
            kind: components["schemas"]["FigureKind"];
            /** @enum {unknown} */
            state: "given" | "blank" | "not_applicable" | "not_available";
            value: string | null;
            ground: string | null;
            source: components["schemas"]["Source"];
            /** @description other criteria whose rules read it */
            also_in: string[];
        };
        VerdictWanted: {
            /** @enum {unknown} */
            verdict: "accepted" | "partly" | "refused";
            /** @description where the document shows it */
            page?: number | null;
            reason?: string;
        };
        Verdict: {
            /** @description place in the annex */
            document: number;
            criterion: string;
            /** @enum {unknown} */
            verdict: "accepted" | "partly" | "refused";
            page: number | null;
            reason: string;
            by: components["schemas"]["Person"];
            /** Format: date-time */
            at: string;
        };
        ReportWanted: {
            document: string;
        };
        Proposal: {
            item: string;
            label: components["schemas"]["Words"];
            /** @description whose rules read the item */
            criteria: string[];
            /** @description in the item's own unit; money in đồng */
            value: components["schemas"]["Decimal"];
            /** @enum {unknown} */
            confidence: "certain" | "probable" | "possible";
            /** @description the wording that says so */
            rule: string;
            bytes: components["schemas"]["Bytes"];
            /** @description of the sentence around it; what `quote` of an answer takes */
            sentence: components["schemas"]["Bytes"];
            /** @description the sentence */
            text: string;
        };
        Attachment: {
            document: string;
            criteria: string[];
            type?: string;
            number?: string;
            issuer?: string;
            title?: string;
            date?: components["schemas"]["Date"];
        };
        Attached: {
            position: number;
        };
        FileVersion: {
            version: number;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Person"];
            changes: {
                /** @description the data item; of a self-score the code of its criterion */
                id: string;
                label: components["schemas"]["Words"];
                /** @description as written in the file of answers; empty where nothing was */
                before: string;
                after: string;
                /** @description whose points hang on it */
                criteria: string[];
            }[];
        };
        Readiness: {
            /** @constant */
            status: "ready";
        };
        Health: {
            /** @constant */
            status: "ok";
            version: string;
        };
        Credentials: {
            account: string;
            password: string;
        };
        Session: {
            account: string;
            name: string;
            /** @description of whom the account acts for, where it does; so is the unit */
            role: components["schemas"]["Role"];
            unit: components["schemas"]["NamedUnit"];
            /** @description nothing but a new password is taken until there is one */
            password_due: boolean;
            acting_for: {
                account: string;
                name: string;
                to: components["schemas"]["Date"];
            } | null;
            may_act_for: components["schemas"]["HeldOffice"][];
        };
        /** @enum {unknown} */
        Role: "clerk" | "head" | "inspector" | "committee" | "reviewer" | "tip_officer" | "auditor" | "administrator";
        NamedUnit: {
            id: string;
            name: components["schemas"]["Words"];
        };
        NamedAccount: {
            account: string;
            name: string;
        };
        Official: {
            account: string;
            name: string;
            role: components["schemas"]["Role"];
            unit: components["schemas"]["NamedUnit"];
        };
        /** @description an office the account may act in today, and its last day */
        HeldOffice: {
            account: string;
            name: string;
            role: components["schemas"]["Role"];
            unit: components["schemas"]["NamedUnit"];
            to: components["schemas"]["Date"];
        };
        Colleague: {
            account: string;
            name: string;
            role: components["schemas"]["Role"];
            unit: components["schemas"]["UnitReference"];
        };
        /**
         * @description daily: one mail in the morning
         * @enum {unknown}
         */
        ByMail: "off" | "at_once" | "daily";
        NoticeSettingsWanted: {
            /** @description null or absent where no e-mail is wanted */
            address?: string | null;
            /**
             * @description language of the e-mails
             * @enum {unknown}
             */
            locale: "vi" | "en";
            work: components["schemas"]["ByMail"];
            mention: components["schemas"]["ByMail"];
            reminder: components["schemas"]["ByMail"];
        };
        NoticeSettings: {
            address: string | null;
            /** @enum {unknown} */
            locale: "vi" | "en";
            work: components["schemas"]["ByMail"];
            mention: components["schemas"]["ByMail"];
            reminder: components["schemas"]["ByMail"];
            /** @description whether the installation has a mail server */
            mail_goes_out: boolean;
            /** @description why the last mail to the account was put off or given up */
            last_failure: components["schemas"]["Words"] | null;
        };
        NoticeBook: {
            /** @description of all the account's notices */
            unread: number;
            notices: components["schemas"]["Notice"][];
        };
        Notice: {
            id: string;
            /** @enum {unknown} */
            kind: "work" | "mention" | "reminder";
            /** @description the act (data/workflow/notices.yaml); of a reminder its step */
            about: string;
            sentence: components["schemas"]["Words"];
            round: {
                id: string;
                title: components["schemas"]["Words"];
            };
            unit: components["schemas"]["UnitReference"] | null;
            criterion: string | null;
            /** @description name of who did it; null of a reminder */
            by: string | null;
            /** @description what was said with the act; empty where nothing was or where the unit may not be seen any more */
            text: string;
            /** @description last day of a step where it is about one */
            due: components["schemas"]["Date"] | null;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            read_at: string | null;
            /** @description where in the page it is, such as /rounds/…/work */
            place: string;
        };
        DelegationWish: {
            /** @description whose office; one's own where it is not given */
            principal?: string;
            /** @description the account that is to act */
            delegate: string;
            from: components["schemas"]["Date"];
            /** @description at most 366 days in all */
            to: components["schemas"]["Date"];
            reason: string;
            /** @description number and date of the paper, where there is one */
            document?: string;
        };
        Delegation: {
            id: string;
            principal: components["schemas"]["NamedAccount"];
            delegate: components["schemas"]["NamedAccount"];
            role: components["schemas"]["Role"];
            unit: components["schemas"]["NamedUnit"];
            from: components["schemas"]["Date"];
            to: components["schemas"]["Date"];
            reason: string;
            document: string | null;
            made_by: components["schemas"]["NamedAccount"];
            made: components["schemas"]["Time"];
            ended_by: components["schemas"]["NamedAccount"] | null;
            ended: components["schemas"]["Time"] | null;
            /**
             * @description lapsed: the principal holds that office no more, or is shut out
             * @enum {unknown}
             */
            state: "coming" | "holds" | "over" | "ended" | "lapsed";
            may_end: boolean;
        };
        DelegationBook: {
            delegations: components["schemas"]["Delegation"][];
            /** @description whom the account may choose to act, of those it sees the units of; any other of the province may be named too */
            delegates: components["schemas"]["Official"][];
            /** @description whose office the account may delegate beside its own */
            principals: components["schemas"]["Official"][];
        };
        SecondStepWanted: {
            /** @enum {unknown} */
            wanted: "code";
        };
        Code: {
            code: string;
        };
        PasswordProof: {
            password: string;
        };
        PasswordChange: {
            before: string;
            after: string;
        };
        SecondStep: {
            on: boolean;
            recovery_codes_left: number;
        };
        Enrolment: {
            /** @description in base32 */
            secret: string;
            /** @description otpauth://, as an authenticator reads it */
            uri: string;
        };
        RecoveryCodes: {
            recovery_codes: string[];
        };
        SecondStepRemoval: {
            password: string;
            code: string;
        };
        OwnSession: {
            id: string;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description within a minute
             */
            seen: string;
            /** Format: date-time */
            expires: string;
            address: string;
            /** @description what the browser said of itself */
            program: string;
            /**
             * @description by what it began: here, or at the province's provider
             * @enum {unknown}
             */
            way: "password" | "openid";
            /** @description the one that asks */
            here: boolean;
        };
        SignInWays: {
            password: boolean;
            /** @description at the province's provider (OpenID Connect) */
            openid: boolean;
        };
        OpenidBegun: {
            address: string;
        };
        /** @description The query of the address the provider sent the browser back to. */
        OpenidReturn: {
            state: string;
            code?: string;
            error?: string;
            iss?: string;
        };
        /** @enum {unknown} */
        TokenScope: "read" | "write";
        TokenWish: {
            name: string;
            scopes: components["schemas"]["TokenScope"][];
            days: number;
            password: string;
        };
        ApiToken: {
            id: string;
            name: string;
            scopes: components["schemas"]["TokenScope"][];
            /** Format: date-time */
            made: string;
            /** Format: date-time */
            expires: string;
            /** Format: date-time */
            used: string | null;
            /** Format: date-time */
            revoked: string | null;
        };
        NewApiToken: {
            id: string;
            name: string;
            scopes: components["schemas"]["TokenScope"][];
            /** Format: date-time */
            made: string;
            /** Format: date-time */
            expires: string;
            /** Format: date-time */
            used: string | null;
            /** Format: date-time */
            revoked: string | null;
            /** @description liem_<id>_<secret>; not shown again */
            token: string;
        };
        SetReference: {
            id: string;
            version: string;
            sha256: string;
            title: components["schemas"]["Words"];
        };
        Round: {
            id: string;
            title: components["schemas"]["Words"];
            year: number;
            from: components["schemas"]["Date"];
            to: components["schemas"]["Date"];
            set: components["schemas"]["SetReference"];
        };
        Trend: {
            /** @description of every published point */
            maximum: components["schemas"]["Decimal"];
            published: components["schemas"]["PublishedLine"][];
            /** @description whose rounds these are */
            unit: {
                id: string;
                name: components["schemas"]["Words"];
            };
            rounds: components["schemas"]["TrendRound"][];
        };
        /** @description one thing followed over the years, such as the national mean */
        PublishedLine: {
            id: string;
            label: components["schemas"]["Words"];
            /** @description by year, at most one a year */
            points: {
                year: number;
                points: components["schemas"]["Decimal"];
                /** @description whose points; null for a mean */
                province: string | null;
                /** @description the set they stand on; null where the set of that year is not at hand */
                set: null | {
                    id: string;
                    version: string;
                };
                /** @description from the point before: the sets differ or one is not known */
                broken: boolean;
                /**
                 * @description read where it was published, in the press, or not confirmed
                 * @enum {unknown}
                 */
                status: "text" | "press" | "unconfirmed";
                source: components["schemas"]["Words"];
            }[];
        };
        TrendRound: {
            /** @description id */
            round: string;
            title: components["schemas"]["Words"];
            year: number;
            set: components["schemas"]["SetReference"];
            /** @description null where nothing was handed in */
            points: components["schemas"]["Points"] | null;
            /** @description the set's parts, in its order; empty where nothing was handed in */
            groups: {
                code: string;
                title: components["schemas"]["Words"];
                /** @enum {unknown} */
                provenance: "published" | "assumed";
                points: components["schemas"]["Points"];
            }[];
            /** @description from the round before: its set is not the same criterion by criterion */
            broken: boolean;
            /** @description Where broken, what both sets still ask: the leaves of one that a mapping leads to one leaf of the other, where both are scored. Null where not broken, no mapping leads here, or one side is empty. */
            comparable: null | {
                /** @description id of the round before */
                round: string;
                /** @description how many leaves are compared */
                criteria: number;
                before: components["schemas"]["Points"];
                after: components["schemas"]["Points"];
            };
        };
        /** @description reached of what could be reached with what is answered so far, of all there is */
        Points: {
            reached: components["schemas"]["Decimal"];
            reachable: components["schemas"]["Decimal"];
            maximum: components["schemas"]["Decimal"];
        };
        TakenSheet: {
            changed: number;
            conflicts: number;
            refused: number;
            /** @description cells; 0 of a trial */
            written: number;
            cells: components["schemas"]["SheetCell"][];
        };
        SheetCell: {
            /** @description its address in the sheet of answers */
            cell: string;
            criterion: string;
            /** @description null: the points the unit gives itself */
            item: string | null;
            /** @description in Vietnamese */
            label: string;
            /** @enum {unknown} */
            field: "code" | "label" | "measure" | "state" | "value" | "ground" | "note";
            /** @description when the workbook was made */
            stood: string;
            /** @description on the server now */
            stands: string;
            /** @description in the workbook now */
            wanted: string;
            /** @enum {unknown} */
            verdict: "changed" | "conflict" | "refused";
            why: components["schemas"]["Obstacle"] | null;
        };
        UnitSummary: {
            id: string;
            name: components["schemas"]["Words"];
            /** @enum {unknown} */
            kind: "province" | "department" | "commune" | "ward" | "enterprise";
            /** @description null where nothing was handed in */
            points: components["schemas"]["Points"] | null;
            self: components["schemas"]["Decimal"] | null;
            report: string | null;
            findings: {
                error: number;
                warning: number;
                note: number;
            };
        };
        /** @enum {unknown} */
        CriterionState: "scored" | "blank" | "not_applicable" | "not_available";
        PastSet: {
            set: components["schemas"]["SetReference"];
            /** Format: date-time */
            until: string;
            /** @description who decided to leave it */
            by: string;
            reason: string;
        };
        /** @description a node of the tree; a group has children, a leaf has a rule */
        Criterion: {
            code: string;
            title: components["schemas"]["Words"];
            /** @enum {unknown} */
            provenance: "published" | "assumed";
            state: components["schemas"]["CriterionState"];
            points: components["schemas"]["Points"];
            /** @description the unit's own points */
            self: components["schemas"]["Decimal"] | null;
            /** @description self less reached */
            gap: components["schemas"]["Decimal"] | null;
            /** @description the kind of rule of a leaf */
            rule: string | null;
            /** @description of the rule of a leaf */
            rule_provenance: ("published" | "assumed") | null;
            children: components["schemas"]["Criterion"][];
        };
        Assessment: {
            round: string;
            unit: {
                id: string;
                name: components["schemas"]["Words"];
            };
            set: components["schemas"]["SetReference"];
            points: components["schemas"]["Points"];
            self: components["schemas"]["Decimal"] | null;
            report: string | null;
            /** @description the units directly below, together with which this one is scored; null where there are none */
            below: {
                units: number;
                /**
                 * Format: date
                 * @description until when values count, and the day of those that tell none: the round's last
                 */
                values_on: string;
                /**
                 * Format: date
                 * @description the day whose tree of units is used: the round's last
                 */
                tree_on: string;
                /** @description those of which nothing is known yet */
                silent: components["schemas"]["UnitReference"][];
            } | null;
            criteria: components["schemas"]["Criterion"][];
        };
        /** @description where an input came from */
        Source: {
            /** @enum {unknown} */
            kind: "report" | "form" | "register" | "external" | "units" | "none";
            report: string | null;
            bytes: components["schemas"]["Bytes"] | null;
            /** @description the sentence or cell itself */
            text: string | null;
            note: string | null;
        };
        Input: {
            id: string;
            label: components["schemas"]["Words"];
            unit: components["schemas"]["Words"];
            kind: components["schemas"]["FigureKind"];
            /** @description a decimal */
            value: string | null;
            /** @enum {unknown} */
            state: "given" | "blank" | "not_applicable" | "not_available";
            /** @description why it is not applicable */
            ground: string | null;
            source: components["schemas"]["Source"];
            /** @description on which the value was given, where that is told */
            day: string | null;
            /** @description of a unit with units below it that say something of the figure */
            rolled_up: components["schemas"]["RolledUp"] | null;
        };
        /**
         * @description count, days and level are whole numbers; money is in đồng, percent from 0 to 100
         * @enum {unknown}
         */
        FigureKind: "count" | "money" | "days" | "percent" | "yes_no" | "index" | "level";
        /** @description a figure opened into what each unit gave */
        RolledUp: {
            /** @enum {unknown} */
            way: "sum" | "last" | "max" | "any" | "all";
            /** @description how the figure comes from its parts, or why it does not */
            how: components["schemas"]["Words"];
            /** @description how many units gave it and how many have no figure yet */
            said: components["schemas"]["Words"];
            /** @description of what was given; the figure itself only where its state is given */
            so_far: string | null;
            /** @description the unit's own first where it says something, then every unit directly below */
            parts: components["schemas"]["FigurePart"][];
        };
        FigurePart: {
            unit: components["schemas"]["UnitReference"];
            /** @description what the unit says itself beside those below */
            own: boolean;
            /** @enum {unknown} */
            state: "given" | "blank" | "not_applicable" | "not_available";
            value: string | null;
            /** @description of a unit with units below that have not all given it */
            so_far: string | null;
            day: string | null;
            /** @description of a unit with units below */
            said: components["schemas"]["Words"] | null;
        };
        Evidence: {
            /** @description place in the annex */
            index: number;
            type: string;
            number: string | null;
            date: components["schemas"]["Date"] | null;
            issuer: string | null;
            title: string;
            /** @description where the report cites it first */
            cited: components["schemas"]["Bytes"] | null;
            /** @description null where no file was handed in with the row */
            file: {
                name: string;
                /** @description its size */
                bytes: number;
                sha256: string;
            } | null;
        };
        LegalValue: {
            /** @example verification.units */
            id: string;
            label: components["schemas"]["Words"];
            /** @description a percentage in percent */
            value: string;
            /** @enum {string} */
            unit: "money" | "days" | "working_days" | "percent" | "count";
            /** @enum {string} */
            status: "text" | "press" | "unconfirmed";
            status_text: components["schemas"]["Words"];
            basis: string;
            /** Format: date */
            from: string;
            to: string | null;
        };
        Explanation: {
            /** @description `total` for the whole set */
            code: string;
            title: components["schemas"]["Words"];
            /** @description the groups above, from the top */
            path: {
                code: string;
                title: components["schemas"]["Words"];
            }[];
            /** @enum {unknown} */
            provenance: "published" | "assumed";
            legal_basis: string[];
            evidence_asked: components["schemas"]["Words"][];
            state: components["schemas"]["CriterionState"];
            points: components["schemas"]["Points"];
            self: components["schemas"]["Decimal"] | null;
            gap: components["schemas"]["Decimal"] | null;
            rule: string | null;
            /** @description of the rule of a leaf */
            rule_provenance: ("published" | "assumed") | null;
            rule_text: components["schemas"]["Words"] | null;
            inputs: components["schemas"]["Input"][];
            /** @description of a rule that takes the mean of the units below: each of them */
            below: components["schemas"]["InheritedFrom"][];
            /** @description numbers of the law the rule takes, as they hold on the set's day */
            law: components["schemas"]["LegalValue"][];
            /** @description the arithmetic, one line a step; the last line ends in the points */
            steps: components["schemas"]["Words"][];
            set: components["schemas"]["SetReference"];
            /** @description documents of the annex given for this criterion */
            evidence: components["schemas"]["Evidence"][];
            report: string | null;
        };
        /** @description a unit directly below, whose points of the same criterion are taken */
        InheritedFrom: {
            name: string;
            state: components["schemas"]["CriterionState"];
            points: components["schemas"]["Points"];
            inputs: components["schemas"]["Input"][];
        };
        UnitReference: {
            id: string;
            name: components["schemas"]["Words"];
        };
        /** @description an answer without its source */
        AnswerValue: {
            /** @description a decimal */
            value: string | null;
            /** @enum {unknown} */
            state: "given" | "blank" | "not_applicable" | "not_available";
            ground: string | null;
        };
        AdviceFigure: {
            id: string;
            label: components["schemas"]["Words"];
            unit: components["schemas"]["Words"];
            kind: components["schemas"]["FigureKind"];
            answer: components["schemas"]["AnswerValue"];
        };
        LostPoints: {
            code: string;
            title: components["schemas"]["Words"];
            /** @enum {unknown} */
            provenance: "published" | "assumed";
            state: components["schemas"]["CriterionState"];
            points: components["schemas"]["Points"];
            /** @description reachable less reached: of what is answered */
            lost: components["schemas"]["Decimal"];
            /** @description what that costs the total, where other criteria do not apply and this one weighs more; ranked by this */
            lost_of_total: components["schemas"]["Decimal"];
            /** @description maximum less reachable: not answered yet, so not lost */
            unanswered: components["schemas"]["Decimal"];
            unanswered_of_total: components["schemas"]["Decimal"];
            /** @description reached on evidence that was refused, so it stands to be lost; else 0 */
            at_stake: components["schemas"]["Decimal"];
            /** @enum {unknown} */
            cause: "nothing_reported" | "not_yet_available" | "refused_evidence" | "no_document" | "ratio_low" | "count_low" | "index_low" | "judged_low" | "deduction" | "nothing_occurred" | "other";
            /** @description the cause with its figures */
            reason: components["schemas"]["Words"];
            /** @description those that cost the points */
            figures: components["schemas"]["AdviceFigure"][];
            /** @description of the units of its kind whose criterion is scored; null where there are too few to tell */
            peers: {
                count: number;
                median: components["schemas"]["Decimal"];
                best: components["schemas"]["Decimal"];
            } | null;
            /** @description the unit's own points for it in the round of the year before; by the same set, or led here by a mapping */
            last_year: components["schemas"]["Decimal"] | null;
            /** @description of how many points last_year was; another set may have given another maximum */
            last_year_maximum: components["schemas"]["Decimal"] | null;
            /** @description where last year stood on another set: the criterion that was mapped to this one, with its points then */
            last_year_of?: {
                code: string;
                maximum: components["schemas"]["Decimal"];
            };
        };
        InputChange: {
            id: string;
            label: components["schemas"]["Words"];
            unit: components["schemas"]["Words"];
            kind: components["schemas"]["FigureKind"];
            from: components["schemas"]["AnswerValue"];
            to: components["schemas"]["AnswerValue"];
        };
        /** @description a criterion before and after; code is empty for the whole set */
        ChangedPoints: {
            code: string;
            title: components["schemas"]["Words"];
            leaf: boolean;
            before: components["schemas"]["StateAndPoints"];
            after: components["schemas"]["StateAndPoints"];
        };
        StateAndPoints: {
            state: components["schemas"]["CriterionState"];
            points: components["schemas"]["Points"];
        };
        LeastStep: {
            changes: [
                components["schemas"]["InputChange"],
                ...components["schemas"]["InputChange"][]
            ];
            /** @description the criterion's points then */
            after: components["schemas"]["Decimal"];
            won: components["schemas"]["Decimal"];
            /** @description what the total wins; includes other criteria that read the same figure */
            won_of_total: components["schemas"]["Decimal"];
            /** @description proven that nothing less reaches as much; false where the rule was only searched within bounds */
            least: boolean;
            /** @description codes of other criteria whose points change */
            also: string[];
            text: components["schemas"]["Words"];
        };
        /** @description what would win points of one criterion; what was obliged or received is never lowered */
        LeastChange: {
            code: string;
            title: components["schemas"]["Words"];
            points: components["schemas"]["Points"];
            /** @description for each single figure that can win points, the least change of it; the one that wins most first */
            next: components["schemas"]["LeastStep"][];
            /** @description what reaches the maximum */
            full: components["schemas"]["LeastStep"] | null;
            /** @description why there is no next step */
            obstacle: components["schemas"]["Words"] | null;
        };
        Advice: {
            round: string;
            unit: components["schemas"]["UnitReference"];
            set: components["schemas"]["SetReference"];
            points: components["schemas"]["Points"];
            /** @description of the total: reachable less reached */
            lost: components["schemas"]["Decimal"];
            /** @description of the total: maximum less reachable */
            unanswered: components["schemas"]["Decimal"];
            /** @description other units of the same kind in the round that answered */
            peers: number;
            /** @description the round of the year before that is compared with */
            last_year: string | null;
            /** @description the set of that round where it is not the same criterion by criterion; criteria are led by mappings then */
            last_year_set: components["schemas"]["SetReference"] | null;
            /** @description the criteria below their maximum or on refused evidence; most of the total lost first, then most not answered yet */
            losses: components["schemas"]["LostPoints"][];
            /** @description the same criteria in the same order */
            least_changes: components["schemas"]["LeastChange"][];
        };
        /** @description exactly one of value and state; value as a decimal string, or true and false */
        AnswerChange: {
            id: string;
            value?: string;
            /** @enum {unknown} */
            state?: "blank" | "not_applicable" | "not_available";
            /** @description with not_applicable */
            ground?: string;
        };
        WhatIfRequest: {
            changes: components["schemas"]["AnswerChange"][];
        };
        WhatIf: {
            round: string;
            unit: components["schemas"]["UnitReference"];
            set: components["schemas"]["SetReference"];
            before: components["schemas"]["Points"];
            after: components["schemas"]["Points"];
            /** @description of the total; below 0 where the changes cost points */
            won: components["schemas"]["Decimal"];
            changes: components["schemas"]["InputChange"][];
            /** @description those whose points or state change, in the order of the set, the total last */
            criteria: components["schemas"]["ChangedPoints"][];
            /** @description of the changed leaves after the change */
            explanations: components["schemas"]["Explanation"][];
        };
        Action: {
            id: string;
            title: string;
            /** @description person-days, at most two decimals */
            days: components["schemas"]["Decimal"];
            /** @description whole đồng */
            money: components["schemas"]["Decimal"];
            /** @description what it brings: a value put in place, or a number added to what is there; additions of several actions add up, at most to what was obliged */
            changes: {
                id: string;
                value?: string;
                add?: components["schemas"]["Decimal"];
            }[];
            /** @description ids of actions that cannot be chosen beside it */
            excludes?: string[];
            /** @description ids of actions without which it cannot be chosen */
            needs?: string[];
        };
        BestStepsRequest: {
            days: components["schemas"]["Decimal"];
            money: components["schemas"]["Decimal"];
            actions: components["schemas"]["Action"][];
        };
        BestSteps: {
            round: string;
            unit: components["schemas"]["UnitReference"];
            set: components["schemas"]["SetReference"];
            before: components["schemas"]["Points"];
            after: components["schemas"]["Points"];
            won: components["schemas"]["Decimal"];
            /** @description what the chosen actions take */
            days: components["schemas"]["Decimal"];
            money: components["schemas"]["Decimal"];
            days_left: components["schemas"]["Decimal"];
            money_left: components["schemas"]["Decimal"];
            /** @description the chosen ones, in the order given */
            actions: {
                id: string;
                title: string;
                days: components["schemas"]["Decimal"];
                money: components["schemas"]["Decimal"];
                /** @description points lost without it and without those that need it */
                marginal: components["schemas"]["Decimal"];
            }[];
            changes: components["schemas"]["InputChange"][];
            criteria: components["schemas"]["ChangedPoints"][];
            /** @description points that one person-day more in the budget would win */
            one_day_more: components["schemas"]["Decimal"];
            /** @description points that 1 */
            one_million_more: components["schemas"]["Decimal"];
            /** @description nothing wins more within the budget */
            proven: boolean;
            /** @description where it is not proven, no choice wins more than this beyond it; else 0 */
            at_most_more: components["schemas"]["Decimal"];
            /** @description no choice that wins as much takes less money */
            cheapest_proven: boolean;
            /** @description where it is not proven the cheapest, đồng that a choice of as many points may take less at most; else 0 */
            at_most_cheaper: components["schemas"]["Decimal"];
            text: components["schemas"]["Words"];
        };
        Ranks: {
            round: string;
            set: components["schemas"]["SetReference"];
            /** @description percent */
            bounds: number;
            kinds: {
                /** @enum {unknown} */
                kind: "province" | "department" | "commune" | "ward" | "enterprise";
                /** @description highest points first */
                units: components["schemas"]["UnitRank"][];
            }[];
        };
        UnitRank: {
            unit: components["schemas"]["UnitReference"];
            points: components["schemas"]["Points"];
            /** @description equal points share a rank */
            rank: number;
            /** @description no points within the bounds give a rank above it */
            highest: number;
            /** @description no points within the bounds give a rank below it */
            lowest: number;
            /** @description both ends are known to be reached by some points within the bounds; where not */
            attained: boolean;
            /** @description some points within the bounds are known that give it another rank */
            rests_on_assumption: boolean;
            /** @description the assumed criterion that moves the rank most */
            decided_by: {
                code: string;
                title: components["schemas"]["Words"];
            } | null;
            text: components["schemas"]["Words"];
        };
        Report: {
            id: string;
            round: string;
            unit: {
                id: string;
                name: components["schemas"]["Words"];
            };
            sha256: string;
            text: string;
            reading: components["schemas"]["Reading"];
            evidence: components["schemas"]["Evidence"][];
            /** @description of the findings above, those that stand accepted */
            acceptances: components["schemas"]["Acceptance"][];
        };
        /** @description UTC */
        Time: string;
        AcceptanceReason: {
            /** @description counted in characters, without white space at its ends */
            reason: string;
        };
        Acceptance: {
            finding: string;
            reason: string;
            by: components["schemas"]["NamedAccount"];
            /** @description whose office was held */
            on_behalf_of: components["schemas"]["NamedAccount"] | null;
            at: components["schemas"]["Time"];
            /** @description for If-Match */
            etag: string;
        };
        Upload: {
            /** @description bytes */
            received: number;
        };
        Document: {
            id: string;
            name: string;
            sha256: string;
            /** @description its size */
            bytes: number;
            created_at: components["schemas"]["Time"];
            /** @enum {unknown} */
            state: "waiting" | "extracting" | "reading" | "done" | "failed";
            /** @description pages read, while extracting a file that has pages */
            progress: {
                done: number;
                total: number;
            } | null;
            /** @description why it failed, or what cut short the attempt before */
            problem: {
                code: string;
                message: components["schemas"]["Words"];
            } | null;
        };
        DocumentReport: {
            id: string;
            name: string;
            /** @description of the file */
            sha256: string;
            /** @description what every byte range is of */
            text: string;
            reading: components["schemas"]["Reading"];
            extraction: {
                /** @enum {unknown} */
                format: "text" | "html" | "docx" | "odt" | "xlsx" | "ods" | "pdf" | "png" | "jpeg" | "tiff";
                /** @description those that can be shown as pictures; empty for formats without a fixed layout */
                pages: {
                    number: number;
                    bytes: components["schemas"]["Bytes"];
                    /** @description in points or pixels; what counts is its ratio to height */
                    width: number;
                    height: number;
                    /** @description its text comes from text recognition */
                    recognised: boolean;
                }[];
                /** @description words that text recognition was not sure of */
                doubtful: components["schemas"]["Bytes"][];
                signatures: {
                    /** @enum {unknown} */
                    state: "valid" | "added_to" | "broken" | "unclear";
                    /** @enum {unknown} */
                    certificate: "trusted" | "untrusted" | "not_checked";
                    signer: string;
                    /** @description as the file claims; may be empty */
                    time: string;
                }[];
            };
            evidence: components["schemas"]["Evidence"][];
            acceptances: components["schemas"]["Acceptance"][];
        };
        /** @description fractions of the page's width and height, from its upper left corner */
        Box: {
            left: number;
            top: number;
            right: number;
            bottom: number;
        };
        /** @description what `liem read --format json` prints for one file */
        Reading: {
            file: string;
            /** @description the time the document reports on */
            period: components["schemas"]["Period"] | null;
            citations: {
                type: string | null;
                number: string;
                date: components["schemas"]["Date"] | null;
                issuer: string | null;
                bytes: components["schemas"]["Bytes"];
                text: string;
                /** @description index into documents */
                document: number;
                /** @description index of the full citation that this one repeats without date */
                refers_to: number | null;
                /** @description recognised with doubt; check it against the page */
                doubtful: boolean;
            }[];
            /** @description what the text cites, each document once however often and in whatever form it is cited */
            documents: {
                type: string | null;
                number: string;
                date: components["schemas"]["Date"] | null;
                issuer: string | null;
                /** @description indexes into citations */
                citations: number[];
            }[];
            /** @description documents meant without their number, such as "Kế hoạch này", "văn bản nêu trên" */
            references: {
                bytes: components["schemas"]["Bytes"];
                text: string;
                /** @description index into citations; null where none fits */
                refers_to: number | null;
            }[];
            figures: components["schemas"]["Figure"][];
            claims: ({
                /** @constant */
                kind: "ratio";
                numerator: components["schemas"]["Decimal"];
                denominator: components["schemas"]["Decimal"];
                percent: components["schemas"]["Decimal"] | null;
                /** @description null where it rests on a number recognised with doubt */
                holds: boolean | null;
                bytes: components["schemas"]["Bytes"];
            } | {
                /** @constant */
                kind: "sum";
                total: components["schemas"]["Decimal"];
                parts: components["schemas"]["Decimal"][];
                unit: string | null;
                /** @description null where it rests on a number recognised with doubt */
                holds: boolean | null;
                bytes: components["schemas"]["Bytes"];
            } | {
                /** @constant */
                kind: "difference";
                value: components["schemas"]["Decimal"];
                /** @enum {unknown} */
                change: "increase" | "decrease";
                from: components["schemas"]["Decimal"];
                to: components["schemas"]["Decimal"];
                /** @description of value */
                unit: string | null;
                /** @description null where it rests on a number recognised with doubt */
                holds: boolean | null;
                bytes: components["schemas"]["Bytes"];
            })[];
            none: {
                bytes: components["schemas"]["Bytes"];
                text: string;
            }[];
            findings: {
                /** @description stays the same when the text is re-read */
                id: string;
                code: string;
                /** @enum {unknown} */
                severity: "error" | "warning" | "note";
                bytes: components["schemas"]["Bytes"];
                message: components["schemas"]["Words"];
                suggestion: components["schemas"]["Words"] | null;
            }[];
            structure: {
                identity: {
                    type: string | null;
                    number: string | null;
                    date: components["schemas"]["Date"] | null;
                    place: string | null;
                    issuer: string | null;
                    abstract: string | null;
                };
                outline: components["schemas"]["OutlineEntry"][];
                footnotes: {
                    number: number;
                    mark: components["schemas"]["Bytes"] | null;
                    bytes: components["schemas"]["Bytes"];
                    text: string;
                }[];
                recipients: {
                    name: string;
                    bytes: components["schemas"]["Bytes"];
                }[];
                signature: {
                    /** @enum {unknown} */
                    authority: "TM." | "KT." | "TL." | "TUQ." | "Q." | null;
                    on_behalf: string | null;
                    /** @description by which the signer acts, from the widest; the last one is authority and on_behalf */
                    mandates: {
                        /** @enum {unknown} */
                        authority: "TM." | "KT." | "TL." | "TUQ." | "Q.";
                        of: string | null;
                    }[];
                    title: string | null;
                    name: string | null;
                    bytes: components["schemas"]["Bytes"];
                } | null;
                annex_rows: {
                    annex: string;
                    number: number;
                    bytes: components["schemas"]["Bytes"];
                    text: string;
                }[];
            };
            extraction?: components["schemas"]["Extraction"];
        };
        /** @description both days included; a side nobody wrote is open */
        Period: {
            from: components["schemas"]["Date"] | null;
            to: components["schemas"]["Date"] | null;
            /**
             * @description written beside the figure or in a heading, or the document's own
             * @enum {unknown}
             */
            source: "written" | "own";
            bytes: components["schemas"]["Bytes"] | null;
        };
        Figure: {
            value: components["schemas"]["Decimal"];
            unit: string | null;
            bytes: components["schemas"]["Bytes"];
            /** @description the noun phrase that is counted */
            counted: {
                text: string;
                bytes: components["schemas"]["Bytes"];
            } | null;
            /** @description the unit whose figure it is; null where the text leaves it unclear */
            of: {
                name: string;
                /** @enum {unknown} */
                place: "sentence" | "heading" | "document";
                bytes: components["schemas"]["Bytes"] | null;
            } | null;
            period: components["schemas"]["Period"] | null;
            /** @description what makes the number more or less than it says; null where it is exact */
            soft: {
                /** @enum {unknown} */
                kind: "about" | "below" | "above" | "at_least" | "at_most";
                text: string;
            } | null;
            /** @description the data items it is linked to, the strongest links alone */
            items: {
                /** @description id of the data item */
                item: string;
                label: components["schemas"]["Words"];
                /**
                 * @description certain: the words beside it alone name the item; probable: with their sentence or heading; possible: only the heading says of which work
                 * @enum {unknown}
                 */
                confidence: "certain" | "probable" | "possible";
                /** @description the wording that matched: <item>/<wording> */
                rule: string;
            }[];
            /** @description recognised with doubt; check it against the page */
            doubtful: boolean;
        };
        /** @description where the text came from, for any format but plain text; bytes are offsets of `text` */
        Extraction: {
            /** @description docx, odt, xlsx, ods, html, pdf, image ... */
            format: string;
            text: string;
            /** @description 0 where the format has no pages */
            pages: number;
            /** @description how many of them were read from a picture */
            recognised_pages: number;
            /** @description where each piece of the text stood; what the format does not have is left out */
            places: {
                bytes: components["schemas"]["Bytes"];
                page?: number;
                paragraph?: number;
                table?: number;
                row?: number;
                column?: number;
                footnote?: number;
                /** @description left, top, right, bottom in ten-thousandths of the page, from its upper left corner */
                box?: [
                    number,
                    number,
                    number,
                    number
                ];
            }[];
            footnote_marks: {
                offset: number;
                number: number;
            }[];
            /** @description recognised with doubt */
            doubtful: components["schemas"]["Bytes"][];
            /** @description digital signatures of a PDF */
            signatures: {
                /** @enum {unknown} */
                state: "valid" | "added_to" | "broken" | "unclear";
                /** @enum {unknown} */
                certificate: "trusted" | "untrusted" | "not_checked";
                /** @description common name of the certificate */
                signer: string;
                /** @description as the file claims; may be empty */
                time: string;
            }[];
        };
        OutlineEntry: {
            /** @enum {unknown} */
            kind: "annex" | "part" | "chapter" | "capital" | "roman" | "article" | "number" | "letter" | "dash";
            label: string;
            title: string | null;
            bytes: components["schemas"]["Bytes"];
            children: components["schemas"]["OutlineEntry"][];
        };
        UnitTree: {
            on: components["schemas"]["Date"];
            /** @description each unit before those below it */
            units: {
                id: string;
                name: components["schemas"]["Words"];
                /** @enum {unknown} */
                kind: "nation" | "region" | "province" | "department" | "district" | "town" | "city" | "commune" | "ward" | "township" | "enterprise";
                parent: string | null;
                /** @description 0: a top */
                depth: number;
                from: components["schemas"]["Date"];
                /** @description its last day */
                to: components["schemas"]["Date"] | null;
                /** @description since when it stands as shown */
                since: components["schemas"]["Date"];
                /** @description the event that made it so */
                event: string;
                /** @description the legal document of that event */
                basis: string;
            }[];
            /** @description in the order they were recorded */
            events: components["schemas"]["UnitEvent"][];
            items: components["schemas"]["SeriesItem"][];
        };
        UnitEvent: {
            id: string;
            /** @description the first day on which it holds */
            date: components["schemas"]["Date"];
            /** @enum {unknown} */
            kind: "create" | "merge" | "split" | "rename" | "move" | "abolish" | "undo";
            basis: string;
            /** @description merged, divided, renamed, moved or ended */
            units: string[];
            /** @description who takes over which part of each of them */
            into: {
                unit: string;
                share: components["schemas"]["Decimal"];
            }[];
            /** @description units that begin with it */
            born: string[];
            /** @description the undo that keeps it from counting */
            undone_by: string | null;
            text: components["schemas"]["Words"];
        };
        SeriesItem: {
            id: string;
            label: components["schemas"]["Words"];
            /** @enum {unknown} */
            kind: "count" | "money" | "days" | "percent" | "yes_no" | "index" | "level";
            unit: components["schemas"]["Words"];
            /**
             * @description how values of units that merge become one
             * @enum {unknown}
             */
            merge: "add" | "mean" | "apart";
        };
        Series: {
            item: components["schemas"]["SeriesItem"];
            of: components["schemas"]["SeriesItem"] | null;
            unit: {
                id: string;
                name: components["schemas"]["Words"];
            };
            tree: components["schemas"]["Date"];
            years: components["schemas"]["SeriesYear"][];
        };
        SeriesYear: {
            year: number;
            /** @description first day of the values */
            from: components["schemas"]["Date"];
            to: components["schemas"]["Date"];
            /**
             * @description partial: something is missing from the value; apart: several values that may not be made one; mixed: known only together with other units; nothing: no unit reports the item here
             * @enum {unknown}
             */
            state: "given" | "partial" | "apart" | "blank" | "not_available" | "not_applicable" | "mixed" | "nothing";
            /** @description at most six places; a percentage where `of` is asked for */
            value: components["schemas"]["Decimal"] | null;
            /** @description a share of a divided unit's value is in it */
            estimated: boolean;
            numerator: components["schemas"]["Decimal"] | null;
            denominator: components["schemas"]["Decimal"] | null;
            /** @description the value as people read it */
            shown: components["schemas"]["Words"];
            /** @description with item, unit, days of the values and day of the tree */
            headline: components["schemas"]["Words"];
            arithmetic: components["schemas"]["Words"];
            part_count: number;
            /** @description null but for the year asked for by `explain` and for values kept apart */
            parts: components["schemas"]["SeriesPart"][] | null;
        };
        SeriesPart: {
            unit: {
                id: string;
                /** @description as it was called then */
                name: components["schemas"]["Words"];
            };
            /** @enum {unknown} */
            state: "counted" | "estimated" | "blank" | "not_available" | "not_applicable" | "mixed";
            /** @description as it was reported */
            value: components["schemas"]["Decimal"] | null;
            /** @description the denominator it was reported with */
            of: components["schemas"]["Decimal"] | null;
            /** @description the part of the value that counts here */
            share: components["schemas"]["Decimal"];
            source: components["schemas"]["Words"];
            text: components["schemas"]["Words"];
            /** @description how the unit came to where it is counted */
            steps: components["schemas"]["Words"][];
        };
        LogPage: {
            entries: components["schemas"]["LogEntry"][];
            /** @description cursor of the page behind this one */
            next: string | null;
        };
        LogEntry: {
            /** @description in the log of the province */
            position: number;
            /** Format: date-time */
            at: string;
            /** @description null where nobody was signed in */
            actor: components["schemas"]["LogPerson"] | null;
            on_behalf_of: components["schemas"]["LogPerson"] | null;
            /** @description its code */
            act: string;
            sentence: components["schemas"]["Words"];
            object: {
                kind: string;
                id: string;
            };
            unit: {
                id: string;
                name: components["schemas"]["Words"];
            } | null;
            before: components["schemas"]["LogContent"];
            after: components["schemas"]["LogContent"];
            reason: string;
            hash: string;
        };
        LogPerson: {
            account: string;
            /** @description the account itself where it is none any more */
            name: string;
        };
        /** @description what the object was, or the hash of a content that may have to be erased; null for nothing */
        LogContent: {
            value: unknown;
        } | {
            sha256: string;
        } | null;
        LogState: {
            entries: number;
            verified_to: number;
            checkpoint: {
                position: number;
                /** Format: date-time */
                at: string;
                /** @description id of the key that signed it */
                key: string;
            } | null;
            /** @description the first row that is not what was written */
            problem: {
                code: string;
                message: components["schemas"]["Words"];
            } | null;
        };
    };
    responses: {
        /** @description the answer at hand is still the answer */
        Unchanged: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description a refusal (RFC 9457) */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
        dryRun: boolean;
        /** @description the ETag last read; 412 with both versions where another stands */
        ifMatch: string;
        /** @description *: only where none stands yet; else 412 with both versions */
        ifNoneMatch: string;
        /** @description the ETag of the answer at hand; 304 where it is still the answer */
        known: string;
        /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
        idempotencyKey: string;
        /** @description items on a page; the field Link names the next one (rel=next) */
        limit: number;
        /** @description from Link */
        cursor: string;
        /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
        exportFormat: "csv" | "xlsx";
        /** @description the language of titles and names */
        exportLocale: "vi" | "en";
        /** @description only rows with a text that holds this, whatever its case and marks */
        exportSearch: string;
        /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
        exportSort: string;
        round: string;
        unit: string;
        criterion: string;
        step: components["schemas"]["Step"];
        report: string;
        /** @description drawn by its sender */
        upload: string;
        document: string;
        finding: string;
        /** @description place in the annex counted from 1 */
        position: number;
        /** @description counted from 1 */
        publication: number;
        /** @description counted from 1 */
        page: number;
        /** @description of the picture in pixels */
        width: number;
    };
    requestBodies: never;
    headers: {
        /** @description of the answer as it is now */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ready to answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description requests can be answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    currentSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description who is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description signed in; sets the session cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description the password is right and a code of the second step is awaited; sets a cookie for that alone */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondStepWanted"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    passSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description signed in; sets the session cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSignInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the ways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    finishOpenid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenidReturn"];
            };
        };
        responses: {
            /** @description signed in; sets the session cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginOpenid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description where the browser goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenidBegun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description whether a code is asked for after the password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondStep"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description recovery codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description the secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStepRemoval"];
            };
        };
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSession"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiToken"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenWish"];
            };
        };
        responses: {
            /** @description the token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiToken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the delegations and whom the account may choose */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationBook"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addDelegation: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationWish"];
            };
        };
        responses: {
            /** @description the delegation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endDelegation: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: never;
            path: {
                delegation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listRounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the rounds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Round"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planRound: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundWanted"];
            };
        };
        responses: {
            /** @description the plan */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundPlanned"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listIndicatorSets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the sets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippedSets"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRoundPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundPlan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addTask: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskWanted"];
            };
        };
        responses: {
            /** @description the document to issue */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundTask"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeTask: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                round: components["parameters"]["round"];
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskWanted"];
            };
        };
        responses: {
            /** @description the document to issue */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundTask"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAssignments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the assignments */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignments"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assignCriteria: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentsWanted"];
            };
        };
        responses: {
            /** @description the assignments */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignments"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPastSets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the sets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastSet"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description only units of this kind */
                kind?: string;
                sort?: "points" | "-points";
                /** @description items on a page; the field Link names the next one (rel=next) */
                limit?: components["parameters"]["limit"];
                /** @description from Link */
                cursor?: components["parameters"]["cursor"];
            };
            header?: {
                /** @description the ETag of the answer at hand; 304 where it is still the answer */
                "If-None-Match"?: components["parameters"]["known"];
            };
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description units with their totals */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitSummary"][];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getAssessment: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of the answer at hand; 304 where it is still the answer */
                "If-None-Match"?: components["parameters"]["known"];
            };
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the tree of criteria with points */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    explainCriterion: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of the answer at hand; 304 where it is still the answer */
                "If-None-Match"?: components["parameters"]["known"];
            };
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
                criterion: components["parameters"]["criterion"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how the points came about */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    listWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description what waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiting"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRoundWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the round */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundWork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    doRoundAct: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActWanted"];
            };
        };
        responses: {
            /** @description the round afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundWork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the package as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description a part of it */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description words; the last may be only begun */
                q: string;
                /** @description else the newest */
                round?: string;
                /** @description only hits of this kind; counts tell of all */
                kind?: components["schemas"]["HitKind"];
                /** @description items on a page; the field Link names the next one (rel=next) */
                limit?: components["parameters"]["limit"];
                /** @description from Link */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPublications: {
        parameters: {
            query?: {
                /** @description of that round alone */
                round?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the publications */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationSummary"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPublication: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of the answer at hand; 304 where it is still the answer */
                "If-None-Match"?: components["parameters"]["known"];
            };
            path: {
                round: components["parameters"]["round"];
                /** @description counted from 1 */
                number: components["parameters"]["publication"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the document */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDocument"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getPublicationChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                /** @description counted from 1 */
                number: components["parameters"]["publication"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the difference */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationChanges"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setDeadline: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
                step: components["parameters"]["step"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Deadline"];
            };
        };
        responses: {
            /** @description the round afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundWork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUnitWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitWork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    doUnitAct: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActWanted"];
            };
        };
        responses: {
            /** @description what was done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
                criterion: components["parameters"]["criterion"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answers */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriterionAnswers"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    saveAnswers: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
                criterion: components["parameters"]["criterion"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersChange"];
            };
        };
        responses: {
            /** @description the answers afterwards */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriterionAnswers"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    judgeEvidence: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
                /** @description *: only where none stands yet; else 412 with both versions */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
                /** @description place in the annex counted from 1 */
                position: components["parameters"]["position"];
                criterion: components["parameters"]["criterion"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerdictWanted"];
            };
        };
        responses: {
            /** @description the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the workbook as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeSheet: {
        parameters: {
            query?: {
                /** @description addresses to write, such as E14,F20; state, value and ground of a row go together */
                cells?: string;
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description what differed and what was written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenSheet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setReport: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportWanted"];
            };
        };
        responses: {
            /** @description the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitWork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listProposals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the proposals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    attachEvidence: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Attachment"];
            };
        };
        responses: {
            /** @description the row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attached"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileVersion"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listColleagues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the colleagues */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleague"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNoticeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setNoticeSettings: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeSettingsWanted"];
            };
        };
        responses: {
            /** @description the settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description only those not read yet */
                unread?: boolean;
                /** @description items on a page; the field Link names the next one (rel=next) */
                limit?: components["parameters"]["limit"];
                /** @description from Link */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the notices and how many are unread in all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeBook"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    markNotice: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: never;
            path: {
                notice: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    read: boolean;
                };
            };
        };
        responses: {
            /** @description the notice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    markNotices: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of a notice */
                    up_to: string;
                };
            };
        };
        responses: {
            /** @description how many are still unread */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTrend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description points over the years */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trend"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description lost points and least changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    whatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfRequest"];
            };
        };
        responses: {
            /** @description every criterion whose points change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    bestSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BestStepsRequest"];
            };
        };
        responses: {
            /** @description the actions to choose */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BestSteps"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRanks: {
        parameters: {
            query?: {
                /** @description how far assumed points may move, in percent of themselves */
                bounds?: number;
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ranks with their bounds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ranks"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report: components["parameters"]["report"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a report with what was read out of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptReportFinding: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
                /** @description *: only where none stands yet; else 412 with both versions */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                report: components["parameters"]["report"];
                finding: components["parameters"]["finding"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceReason"];
            };
        };
        responses: {
            /** @description accepted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawReportAcceptance: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
                /** @description *: only where none stands yet; else 412 with both versions */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                report: components["parameters"]["report"];
                finding: components["parameters"]["finding"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description withdrawn */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getEvidenceFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report: components["parameters"]["report"];
                /** @description place in the annex counted from 1 */
                position: components["parameters"]["position"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description a part of them */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEvidencePage: {
        parameters: {
            query?: {
                /** @description of the picture in pixels */
                width?: components["parameters"]["width"];
            };
            header?: never;
            path: {
                report: components["parameters"]["report"];
                /** @description place in the annex counted from 1 */
                position: components["parameters"]["position"];
                /** @description counted from 1 */
                page: components["parameters"]["page"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the page as a picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description items on a page; the field Link names the next one (rel=next) */
                limit?: components["parameters"]["limit"];
                /** @description from Link */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the account's documents, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addDocument: {
        parameters: {
            query: {
                /** @description the file's name as people know it */
                name: string;
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description kept and waiting to be read */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description drawn by its sender */
                upload: components["parameters"]["upload"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    forgetUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description drawn by its sender */
                upload: components["parameters"]["upload"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    addUploadPart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description drawn by its sender */
                upload: components["parameters"]["upload"];
                /** @description bytes that came before; the first part has 0 */
                offset: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description how far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    finishUpload: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the sender's own key: the same request again within 24 hours is answered as before and creates nothing; 409 with another request */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description drawn by its sender */
                upload: components["parameters"]["upload"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the file's name as people know it */
                    name: string;
                    size: number;
                    sha256?: string;
                };
            };
        };
        responses: {
            /** @description kept and waiting to be read */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteDocument: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    watchDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description events as they happen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocumentReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text and reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocumentFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description a part of them */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocumentPage: {
        parameters: {
            query?: {
                /** @description of the picture in pixels */
                width?: components["parameters"]["width"];
            };
            header?: never;
            path: {
                document: components["parameters"]["document"];
                /** @description counted from 1 */
                page: components["parameters"]["page"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the page as a picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    findDocumentBoxes: {
        parameters: {
            query: {
                /** @description a byte range of the report's text, `begin,end` */
                bytes: string;
            };
            header?: never;
            path: {
                document: components["parameters"]["document"];
                /** @description counted from 1 */
                page: components["parameters"]["page"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description boxes in reading order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        boxes: components["schemas"]["Box"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptDocumentFinding: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
                /** @description *: only where none stands yet; else 412 with both versions */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                document: components["parameters"]["document"];
                finding: components["parameters"]["finding"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceReason"];
            };
        };
        responses: {
            /** @description accepted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawDocumentAcceptance: {
        parameters: {
            query?: {
                /** @description true: checks and answers as if it were done, and keeps nothing; the answer carries Liem-Dry-Run */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description the ETag last read; 412 with both versions where another stands */
                "If-Match"?: components["parameters"]["ifMatch"];
                /** @description *: only where none stands yet; else 412 with both versions */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                document: components["parameters"]["document"];
                finding: components["parameters"]["finding"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description withdrawn */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description what the text says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listUnitsOfDay: {
        parameters: {
            query: {
                /** @description the day of the tree */
                on: components["schemas"]["Date"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the tree of the day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitTree"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSeries: {
        parameters: {
            query: {
                item: string;
                /** @description the denominator: the item as a percentage of this one, computed anew from sums */
                of?: string;
                unit: string;
                /** @description the day whose units count */
                tree: components["schemas"]["Date"];
                /** @description first year */
                from?: number;
                /** @description last year */
                to?: number;
                /** @description the year whose value is opened into its parts */
                explain?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the series */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLog: {
        parameters: {
            query?: {
                unit?: string;
                /** @description id of what was acted on */
                object?: string;
                /** @description account that acted or for which somebody acted */
                person?: string;
                /** @description first day in Vietnam */
                from?: components["schemas"]["Date"];
                /** @description last day in Vietnam */
                to?: components["schemas"]["Date"];
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description the ETag of the answer at hand; 304 where it is still the answer */
                "If-None-Match"?: components["parameters"]["known"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of the log */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            default: components["responses"]["Problem"];
        };
    };
    getLogState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how far it holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportUnits: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
                /** @description only units of this kind */
                kind?: string;
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportCriteria: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportAssignments: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
                unit: components["parameters"]["unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportRanks: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
                bounds?: number;
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportFiles: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
                /** @description only files in this state */
                state?: string;
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportTasks: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportWork: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportDocuments: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportTrend: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportSeries: {
        parameters: {
            query: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
                item: string;
                /** @description the denominator: the item as a percentage of this one, computed anew from sums */
                of?: string;
                unit: string;
                /** @description the day whose units count */
                tree: components["schemas"]["Date"];
                /** @description first year */
                from?: number;
                /** @description last year */
                to?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportLog: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                unit?: string;
                /** @description id of what was acted on */
                object?: string;
                /** @description account that acted or for which somebody acted */
                person?: string;
                /** @description first day in Vietnam */
                from?: components["schemas"]["Date"];
                /** @description last day in Vietnam */
                to?: components["schemas"]["Date"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportPublishedCriteria: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
                /** @description counted from 1 */
                number: components["parameters"]["publication"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportPublishedUnits: {
        parameters: {
            query?: {
                /** @description xlsx: for people, numbers as numbers; csv: for programs, RFC 4180 in UTF-8 */
                format?: components["parameters"]["exportFormat"];
                /** @description the language of titles and names */
                locale?: components["parameters"]["exportLocale"];
                /** @description only rows with a text that holds this, whatever its case and marks */
                search?: components["parameters"]["exportSearch"];
                /** @description id of a column, downwards behind a minus; empty cells last. A column that is not there is refused with those that are */
                sort?: components["parameters"]["exportSort"];
            };
            header?: never;
            path: {
                round: components["parameters"]["round"];
                /** @description counted from 1 */
                number: components["parameters"]["publication"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
